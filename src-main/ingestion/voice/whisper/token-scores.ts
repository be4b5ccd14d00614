export interface BestToken {
  readonly id: number
  readonly probability: number
}

/**
 * The likeliest token and its probability (softmax over all that are not suppressed). `logits` is changed where
 * `suppressed` says.
 */
export function bestToken(logits: Float32Array, suppressed: Iterable<number>): BestToken {
  for (const token of suppressed) logits[token] = Number.NEGATIVE_INFINITY
  let id = 0
  for (let token = 1; token < logits.length; token++)
    if ((logits[token] as number) > (logits[id] as number)) id = token
  return { id, probability: 1 / sumOfShares(logits, logits[id] as number) }
}

export function probabilityOf(logits: Float32Array, id: number): number {
  const logit = logits[id] as number
  return 1 / sumOfShares(logits, logit)
}

function sumOfShares(logits: Float32Array, reference: number): number {
  let sum = 0
  for (let token = 0; token < logits.length; token++) {
    const difference = (logits[token] as number) - reference
    // what is e^-16 of the best adds nothing that is seen
    if (difference > -16) sum += Math.exp(difference)
  }
  return sum
}
