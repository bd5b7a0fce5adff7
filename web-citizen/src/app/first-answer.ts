/**
 * The graph's answer to what the page asks first, which came with the HTML of whoever has no session. It is good for that question, word for
 * word, and for no later one: whatever is asked first takes it away.
 */
export function takeFirstAnswer(question: string): string | null {
  const block = document.getElementById('first-answer');
  block?.remove();
  return block?.dataset['question'] === question ? block.textContent : null;
}
