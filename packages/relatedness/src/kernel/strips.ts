/** Columns of the matrix that are worked on at a time, and the bytes of one row of them. */
export const stripColumns = 16
export const stripBytes = stripColumns * 8
