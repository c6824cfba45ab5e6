const none = { bias: -1, scale: 0, weights: '' }
export const MODEL = { judging: none, crisis: none, types: {should_statement:none,labeling:none,fortune_telling:none,mind_reading:none,overgeneralization:none,personalization:none,all_or_nothing:none,discounting_the_positive:none,emotional_reasoning:none,magnification:none,self_attack:none} }
