import { undisguised } from './disguises.ts'

const set = (text: string) => new Set(text.trim().split(/\s+/))

const ENGLISH = set(`
  i a the and of to in is am was were be been it that this with for on at my me you your he she they them we our us as but not
  so if or because have has had do did does will would could should can may from by an are no what who when why how just
  never always nobody everyone everything nothing again about out up than then there their his her its too very much
  isn aren wasn weren don doesn didn won wouldn couldn shouldn hasn haven hadn isnt dont doesnt didnt cant wont
  myself feel feels felt think thought know get got job interview like people such all any even only still after before
`)
const FOREIGN = set(`
  ich bin ein eine einen der das und nicht mir mich mein meine sie wir ist sind habe hat für auf mit auch nie immer zu kein
  keine warum weil wird werde dass es den dem je suis un une le la les des et ne pas moi mon ma mes nous vous ils elle est
  sont pour dans sur avec jamais toujours rien que qui pourquoi parce yo soy una el los las y mi me nosotros ellos es
  son para con nunca siempre nada porque por qué muy tan como io sono il gli che di mai sempre niente perché così ho ik ben
  het een niet mij mijn nooit altijd eu sou não meu minha nem uma os sempre nunca jag är inte mig aldrig jeg er ikke mig
  jestem nie się jak to mnie nigdy zawsze bu ben bir çok değil olduğu için asla ти я не это меня никогда ja sam
`)
const BOTH = set(
  'me a an in was so die as on to do no is had ben any but has the at er i is es us it on of we',
)
const ONLY_FOREIGN = new Set([...FOREIGN].filter((word) => !(BOTH.has(word) && ENGLISH.has(word))))

const OTHER_SCRIPT = /[^\u0000-\u024f\u2019]/

/** Whether a sentence is written in English, as far as its small words tell; another script is another language. */
export const isEnglish = (text: string): boolean => {
  const plain = undisguised(text).toLowerCase()
  const words = plain.match(/\p{L}+/gu) ?? []
  const mayBeOther = OTHER_SCRIPT.test(plain)
  let english = 0
  let foreign = 0
  let other = 0
  for (const word of words.slice(0, 200)) {
    if (ONLY_FOREIGN.has(word)) foreign++
    else if (ENGLISH.has(word)) english++
    if (mayBeOther && OTHER_SCRIPT.test(word)) other++
  }
  return other * 2 <= words.length && foreign <= english && (english > 0 || words.length <= 4)
}
