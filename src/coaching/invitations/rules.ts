/** How long an invitation waits. */
export const INVITATION_DAYS = 14

/** How many invitations of one account may wait. */
export const MOST_INVITATIONS = 100
