import { constants, inflateSync } from 'node:zlib';

/** Names (ISO 32000-1) of what runs, starts, sends or carries something. */
const ACTIVE_NAMES =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z0-9])/;

/** Three letters turn up in compressed pictures by chance: a script's name counts between readable characters only. */
const SCRIPT_NAME = '/JS';
const SCRIPT_SURROUNDINGS = /^[\s!-~\0]{6}\/JS[\s\0(<[/>%][\s!-~\0]{4}/;

/** Beyond these a file is made to keep its reader busy; honest ones of the largest size have a tenth. */
const MOST = {
  inflatedBytes: 16 * 1024 * 1024,
  escapes: 100_000,
  streams: 100_000,
  objectStreams: 10_000,
} as const;
const LONGEST_DICTIONARY = 4_096;

/** More than can be looked through in good time: taken for active. */
class TooMuch extends Error {}

/** What is left to do for one document. */
type Budget = Record<keyof typeof MOST, number>;

const spend = (budget: Budget, on: keyof Budget): void => {
  budget[on] -= 1;
  if (budget[on] < 0) throw new TooMuch();
};

/** A name may write any letter as #xx (section 7.3.5). */
function readNames(text: string, budget: Budget): string {
  let read = '';
  let from = 0;
  for (const { index, 1: hex } of text.matchAll(/#([0-9A-Fa-f]{2})/g)) {
    spend(budget, 'escapes');
    read += text.slice(from, index) + String.fromCharCode(parseInt(hex!, 16));
    from = index + 3;
  }
  return read + text.slice(from);
}

function hasScript(text: string): boolean {
  for (let at = text.indexOf(SCRIPT_NAME, 6); at !== -1; at = text.indexOf(SCRIPT_NAME, at + 1))
    if (SCRIPT_SURROUNDINGS.test(text.slice(at - 6, at + 8))) return true;
  return false;
}

const acts = (names: string): boolean => ACTIVE_NAMES.test(names) || hasScript(names);

/**
 * Whether a PDF does more than show pages, as far as its objects can be read: those in the open and those in compressed object streams
 * (section 7.5.7). One that is made to unpack or to be searched beyond all measure counts too. What encryption hides is found by no look
 * at the bytes.
 */
export function isActivePdf(document: Buffer): boolean {
  const budget: Budget = { ...MOST };
  try {
    const text = document.toString('latin1');
    const names = readNames(text, budget);
    if (acts(names)) return true;
    return !/\/Encrypt(?![A-Za-z0-9])/.test(names) && hidesAction(document, text, budget);
  } catch (error) {
    if (error instanceof TooMuch) return true;
    throw error;
  }
}

function hidesAction(document: Buffer, text: string, budget: Budget): boolean {
  for (const start of objectStreams(text, budget)) {
    spend(budget, 'objectStreams');
    const inflated = inflate(document.subarray(start), budget);
    if (acts(readNames(inflated.toString('latin1'), budget))) return true;
  }
  return false;
}

/** Where the data of each compressed object stream begins. */
function* objectStreams(text: string, budget: Budget): Generator<number> {
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    spend(budget, 'streams');
    const before = text.slice(Math.max(0, index - LONGEST_DICTIONARY), index);
    const dictionary = readNames(before.slice(before.lastIndexOf('obj')), budget);
    if (dictionary.includes('/ObjStm') && dictionary.includes('/FlateDecode')) yield index + keyword.length;
  }
}

function inflate(data: Buffer, budget: Budget): Buffer {
  try {
    // The stream ends where it says so; what stands after it in the file is passed over, a cut end is taken as far as it goes.
    const inflated = inflateSync(data, {
      maxOutputLength: Math.max(1, budget.inflatedBytes),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    budget.inflatedBytes -= inflated.length;
    return inflated;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooMuch();
    return Buffer.alloc(0);
  }
}
