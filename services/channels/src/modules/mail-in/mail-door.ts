import type { Conversation, Door, InboundMessage, Tools, Turn } from '../door/index.ts';
import { createTalk, fitLong, wordsOfAnswer, type Manner } from '../talk/index.ts';
import { proofOf } from './proof.ts';

export interface MailDoorOptions {
  secret: string;
  publicUrl: string;
}

const LONGEST = 20_000;
const ONLY_FILES = 'Lampiran lewat surel.';
/** Where a report may say itself where it happened. */
const PLACE_LINE =
  /^[ \t>*-]{0,20}(?:tempat|lokasi|alamat|wilayah|tkp)(?:[ \t]{1,5}kejadian(?:nya)?)?[ \t]{0,20}[:=][ \t]{0,20}(.{3,200})$/gimu;

/** "… kec. Kuranji, Kota Padang …": said as places are written. */
const PLACE_IN_WORDS =
  /\bkec(?:amatan\b|\.)\s{0,5}[\p{L}'’ ]{3,40},\s{0,5}(?:kota|kab(?:upaten\b|\.))\s{0,5}[\p{L}'’ ]{3,30}/giu;

/** The door of mail: a mail of its own is a report, an answer is a word about one. */
export function mailDoor({ secret, publicUrl }: MailDoorOptions): Door {
  const manner: Manner = {
    channel: 'EMAIL',
    door: 'surel',
    here: 'alamat surel ini',
    type: 'Balas surel ini dengan',
    news: 'lewat surel',
    fit: fitLong(LONGEST),
    pageOf: (number) => `${publicUrl}/laporan/${number}`,
    offersFiling: false,
  };
  const talk = createTalk(manner);

  async function answer(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn> {
    const { mail, address } = message;
    const replyToken = mail?.replyToken ?? null;
    const toPerson = (reason: string, said: string | null): Turn => ({
      state: 'WAITING_FOR_PERSON',
      reason,
      answer: said,
      conversation,
    });
    if (replyToken !== null) {
      const named = await tools.named(replyToken, address);
      if (named.kind === 'NONE') return toPerson('UNKNOWN_ADDRESS', null);
      // It is not said whose report it is, nor that it is one.
      if (named.kind === 'FOREIGN') return toPerson('OTHER_ADDRESS', null);
      const own = { ...message, about: named.report, isProven: true };
      return talk.answer(own, conversation, tools, { as: 'REPLY' });
    }
    const isProven = mail?.verdict === 'PASS';
    const read = { ...message, isProven };
    if (mail?.isReply) {
      // A draft waits for its place; else it is a word about what was spoken of last.
      if (conversation.draft) return talk.answer(read, conversation, tools);
      const held = await tools.heldReports();
      const about = held.find(({ reportId }) => reportId === conversation.reportId) ?? held[0] ?? null;
      return talk.answer({ ...read, about }, conversation, tools, about ? { as: 'REPLY' } : {});
    }
    const places = [
      ...[...read.text.matchAll(PLACE_LINE)].map(([, words]) => words!),
      ...[...read.text.matchAll(PLACE_IN_WORDS)].map(([words]) => words),
    ].slice(0, 2);
    const text = read.text || ((await tools.hasFiles(message)) ? ONLY_FILES : '');
    return talk.answer({ ...read, text, places }, conversation, tools, { as: 'REPORT' });
  }

  return {
    channel: manner.channel,
    way: 'MAIL',
    forPerson: talk.forPerson,
    answer,
    // Who answers a report with "info" means that report: that has its turn.
    passes: ({ address, mail, text }) =>
      mail?.isReply === true &&
      !/^\W*(?:bantu|help|petunjuk|info|bls|balas|jawab)/iu.test(text) &&
      talk.passes({ address, text }),
    answerNothing: talk.answerNothing,
    admit: (from) => ({ address: from, state: 'RECEIVED', reason: null }),
    reporterAt: (email): Record<string, string> => (email === '' ? {} : { email }),
    wordsOf: wordsOfAnswer,
    letterTo: (address) => ({
      subject: 'LAPOR! – tentang laporan Anda',
      replyToken: proofOf(secret, address),
    }),
  };
}
