/** The mark: a speech bubble whose tail is a map pin. One path in a 64 × 64 box, filled by the even-odd rule. */
export const markPath =
  'M19 3h26a16 16 0 0 1 16 16v5a16 16 0 0 1-16 16h-5.500c-.5 8.500-8.500 13-13 22c-4.500-9-12.500-13.500-13-22.950' +
  'A16 16 0 0 1 3 24v-5A16 16 0 0 1 19 3zM26.500 29.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13z';
