/** Which of the five colours of a map of good and bad a share has; 0 where it is not known. */
export function shareClass(percent: number | null): 0 | 1 | 2 | 3 | 4 | 5 {
  if (percent === null) return 0;
  return percent < 50 ? 1 : percent < 65 ? 2 : percent < 80 ? 3 : percent < 90 ? 4 : 5;
}
