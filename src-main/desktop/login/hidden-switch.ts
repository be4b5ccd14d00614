/** Started so, no window is shown until somebody asks for one. */
export const HIDDEN_SWITCH = '--hidden'
