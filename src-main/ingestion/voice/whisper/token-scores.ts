export interface LikelyToken {
  readonly id: number
  readonly probability: number
}

/**
 * The two likeliest tokens and their probability (softmax over all that are not suppressed). `logits` is changed where
 * `suppressed` says.
 */
export function likeliestTokens(
  logits: Float32Array,
  suppressed: Iterable<number>,
): [LikelyToken, LikelyToken] {
  for (const token of suppressed) logits[token] = Number.NEGATIVE_INFINITY
  let [first, second] = [0, 1]
  if ((logits[1] as number) > (logits[0] as number)) [first, second] = [1, 0]
  for (let token = 2; token < logits.length; token++) {
    const logit = logits[token] as number
    if (logit > (logits[first] as number)) [first, second] = [token, first]
    else if (logit > (logits[second] as number)) second = token
  }
  const best = logits[first] as number
  const probability = 1 / sumOfShares(logits, best)
  return [
    { id: first, probability },
    { id: second, probability: probability * Math.exp((logits[second] as number) - best) },
  ]
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
