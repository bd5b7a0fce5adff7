import type { Conversation, Door, InboundMessage, Tools, Turn } from '../door/index.ts';
import { withRests } from '../provider/index.ts';
import { createTalk, fitLong, wordsOfAnswer } from '../talk/index.ts';
import { fetchXFile } from './fetch-x-file.ts';
import type { X } from './x.ts';

const LONGEST = 10_000;
const SELDOM_MINUTES = 60;

/** The door of X: direct messages are talked with; a mention is answered in public, without anything of a person or a report. */
export function xDoor(x: X, { publicUrl, now }: { publicUrl: string; now: () => number }): Door {
  const talk = createTalk({
    channel: 'X',
    door: 'X',
    here: 'akun X ini',
    type: 'Ketik',
    news: 'lewat X',
    fit: fitLong(LONGEST),
    pageOf: (number) => `${publicUrl}/laporan/${number}`,
    home: publicUrl,
    offersFiling: true,
  });
  const inPublic = `Terima kasih sudah menghubungi LAPOR! Demi keamanan, jangan tulis data pribadi di sini. Laporkan lewat pesan langsung (DM) ke akun ini, atau di ${publicUrl}`;
  return {
    channel: 'X',
    way: 'X',
    ...talk,
    async answer(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn> {
      const { postId, at } = message;
      if (postId === null) return talk.answer(message, conversation, tools);
      const since = at.getTime() - SELDOM_MINUTES * 60_000;
      // Who mentions it again and again is answered once.
      if (Date.parse(conversation.said.inPublic ?? '') > since)
        return { state: 'DONE', answer: null, conversation };
      return {
        state: 'DONE',
        answer: inPublic,
        inPublic: postId,
        conversation: { ...conversation, said: { ...conversation.said, inPublic: at.toISOString() } },
      };
    },
    admit: (from) => ({ address: from, state: 'RECEIVED', reason: null }),
    reporterAt: (doorAddress) => ({ doorAddress }),
    fetchFile: withRests(fetchXFile(x, now), now),
    wordsOf: wordsOfAnswer,
  };
}
