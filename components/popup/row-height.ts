/** Pixels: two lines of text and their air. */
export const ROW_HEIGHT = 54;
