import { describe, expect, it } from 'vitest';
import { isConversation } from './entry-look.ts';

describe('the conversation', () => {
  it('is answers, questions and replies', () => {
    expect(isConversation({ kind: 'RESULT', text: 'Sudah ditambal.' })).toBe(true);
    expect(isConversation({ kind: 'REPLIED', text: 'Terima kasih.' })).toBe(true);
  });

  it('is not a step of the procedure, even one with a remark', () => {
    expect(isConversation({ kind: 'DISPOSED', text: 'Tolong segera.' })).toBe(false);
    expect(isConversation({ kind: 'ARCHIVED', text: 'Bukan layanan publik.' })).toBe(false);
  });

  it('is not a text the officer may not read', () => {
    expect(isConversation({ kind: 'REPLIED', text: null })).toBe(false);
  });
});
