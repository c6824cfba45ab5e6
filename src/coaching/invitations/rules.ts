/** How long an invitation waits. */
export const INVITATION_DAYS = 14
