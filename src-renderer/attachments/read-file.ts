/** The longest side that models look at; larger pictures only cost more. */
const LONGEST_SIDE = 1568

/** A file as it is sent; a picture no larger than a model looks at. */
export async function readFile(file: File): Promise<{ bytes: number; base64: string }> {
  const picture = /^image\/(?:png|jpeg|webp)$/.test(file.type) ? await scaled(file) : undefined
  const content = picture ?? file
  return { bytes: content.size, base64: await base64Of(content) }
}

/** Undefined where it is small enough, or is no picture after all. */
async function scaled(file: File): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return undefined
  const scale = LONGEST_SIDE / Math.max(bitmap.width, bitmap.height)
  if (scale >= 1) return undefined
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.convertToBlob({ type: file.type, quality: 0.9 })
}

/** Of UTF-8 text. */
export const base64OfText = (text: string): Promise<string> => base64Of(new Blob([text]))

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(content)
  })
}
