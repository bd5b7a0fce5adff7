/**
 * How many slips of the typing hand lie between what was typed and a word: letters left out, added, wrong, or two neighbours swapped
 * (optimal string alignment). Half a slip more when the word goes on after what was typed.
 */
export function slipsTo(typed: string, word: string): number {
  const width = word.length + 1;
  const cost = new Uint8Array((typed.length + 1) * width);
  for (let column = 1; column < width; column += 1) cost[column] = column;
  for (let row = 1; row <= typed.length; row += 1) {
    cost[row * width] = row;
    for (let column = 1; column < width; column += 1) {
      const at = row * width + column;
      const isSame = typed[row - 1] === word[column - 1];
      let best = Math.min(cost[at - width]! + 1, cost[at - 1]! + 1, cost[at - width - 1]! + (isSame ? 0 : 1));
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (isSwapped) best = Math.min(best, cost[at - 2 * width - 2]! + 1);
      cost[at] = best;
    }
  }
  const last = cost.subarray(typed.length * width);
  return Math.min(last[word.length]!, Math.min(...last) + 0.5);
}
