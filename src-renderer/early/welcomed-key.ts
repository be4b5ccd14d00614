/** In this browser: the screens of the first start were gone through, or there was nothing to ask. */
export const WELCOMED_KEY = 'adjutant.welcomed'
