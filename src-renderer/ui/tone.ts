/** What a colour says. Never the only one to say it: words or an icon stand beside. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger'
