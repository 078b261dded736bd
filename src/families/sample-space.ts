/** The most states that a finite sample space may list. */
export const largestSampleSpace = 65536;
