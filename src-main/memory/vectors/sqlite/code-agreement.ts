/**
 * How well a code agrees with a vector: the sum of the vector's values where the code has a bit. Comparing a vector
 * with codes finds more of the nearest than comparing code with code (Gordo, Perronnin, Gong, Lazebnik, "Asymmetric
 * distances for binary embeddings", 2014).
 */

/** Of each byte of a code and each of its 256 values, what it adds to the agreement. */
export function weighBytes(vector: Float32Array, width: number): Float32Array {
  const weights = new Float32Array(width * 256)
  for (let byte = 0; byte < width; byte += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const value = vector[byte * 8 + bit] ?? 0
      const with0 = byte * 256
      const with1 = with0 + (1 << bit)
      for (let lower = 0; lower < 1 << bit; lower += 1)
        weights[with1 + lower] = (weights[with0 + lower] as number) + value
    }
  }
  return weights
}

export function agreementAt(bytes: Uint8Array, place: number, weights: Float32Array, width: number): number {
  let sum = 0
  for (let byte = 0; byte < width; byte += 1)
    sum += weights[byte * 256 + (bytes[place + byte] as number)] as number
  return sum
}
