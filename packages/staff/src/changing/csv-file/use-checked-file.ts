import { useState } from 'react';
import type { StaffMessageId } from '../../language/use-text.ts';
import { readCsvFile, type ReadFile } from './read-csv-file.ts';

interface Chosen {
  name: string;
  csv: string;
}

export interface CheckedFile<Preview> {
  chosen: Chosen | null;
  /** What the file would do; null while it is being found out. */
  preview: Preview | null;
  busy: boolean;
  /** Why the file could not be read or checked. */
  fault: StaffMessageId | null;
  choose: (file: File) => Promise<void>;
  /** Checks the chosen file once more. */
  again: () => Promise<void>;
  /** Forgets the file. */
  clear: () => void;
}

interface CheckedFileOptions<Preview> {
  fits: (csv: string) => boolean;
  /** Said of a file that does not fit. */
  tooLarge: StaffMessageId;
  /** Asks what the file would do: that, or why it is not known. */
  check: (csv: string) => Promise<{ preview: Preview } | { fault: StaffMessageId }>;
  /** Another file is looked at now. */
  onChoose?: () => void;
}

const UNREAD: Record<Extract<ReadFile, { ok: false }>['code'], StaffMessageId | null> = {
  EMPTY: 'csvFile.empty',
  NOT_TEXT: 'csvFile.notText',
  UNREADABLE: 'csvFile.unreadable',
  TOO_LARGE: null,
};

/** A CSV file that is looked at before it changes anything. */
export function useCheckedFile<Preview>(options: CheckedFileOptions<Preview>): CheckedFile<Preview> {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<StaffMessageId | null>(null);

  function clear() {
    setChosen(null);
    setPreview(null);
    setFault(null);
  }

  async function check({ csv }: Chosen) {
    setBusy(true);
    setPreview(null);
    setFault(null);
    const answer = await options.check(csv);
    setBusy(false);
    if ('preview' in answer) setPreview(answer.preview);
    else setFault(answer.fault);
  }

  async function choose(file: File) {
    clear();
    options.onChoose?.();
    const read = await readCsvFile(file, options.fits);
    if (!read.ok) return setFault(UNREAD[read.code] ?? options.tooLarge);
    setChosen(read);
    await check(read);
  }

  return {
    chosen,
    preview,
    busy,
    fault,
    choose,
    clear,
    again: async () => (chosen ? check(chosen) : undefined),
  };
}
