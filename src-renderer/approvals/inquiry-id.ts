/** Id of the card of something that is asked. */
export const inquiryId = (id: string): string => `inquiry-${id}`
