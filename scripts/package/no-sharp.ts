/** Stands for the image library in the bundle of the threads: nothing there reads pictures. */
export default function noPictures(): never {
  throw new Error('Pictures are not read by the bundled models.')
}
