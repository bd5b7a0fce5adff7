import { Button, cameraIcon, fileIcon, FileItem, FileList } from '@lapor/ui';
import { formatMegabytes } from '@lapor/wording';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { ACCEPTED, uploadFile } from './upload-file.ts';
import type { UploadedFile, UploadFault } from './upload.ts';

const MOST_FILES = 5;

interface Sending {
  key: number;
  file: File;
  share: number;
  failure: UploadFault | null;
}

const failures: Record<UploadFault, StaffMessageId> = {
  TOO_LARGE: 'evidence.tooLarge',
  TOO_LONG: 'evidence.tooLong',
  TYPE_REFUSED: 'evidence.typeRefused',
  DAMAGED: 'evidence.damaged',
  ACTIVE_CONTENT: 'evidence.activeContent',
  INFECTED: 'evidence.infected',
  OFFLINE: 'fault.offline',
  UNAVAILABLE: 'fault.unavailable',
};

interface EvidenceFieldProps {
  files: readonly UploadedFile[];
  onChange: (files: readonly UploadedFile[]) => void;
  /** Some are still on their way: the answer waits. Or one could not be sent, and is still in the list. */
  onSending: (sending: boolean, failed: boolean) => void;
  /** A file that had not arrived was taken out, or the field has gone and its files with it: whoever waits for them waits no more. */
  onGivenUp?: () => void;
  error?: string;
  /** Whose the files are, for whoever has no account. */
  headers?: () => Record<string, string>;
  /** Where they are kept, if not with a report: its address and what it takes. */
  store?: { address: string; accepted: string; label: string; hint: string };
}

/** Files that go with an answer; each is sent at once, and a failed one can be tried again. */
export function EvidenceField({
  files,
  onChange,
  onSending,
  onGivenUp,
  error,
  headers,
  store,
}: EvidenceFieldProps) {
  const t = useText();
  const { words } = useLanguage();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const running = useRef(new Map<number, AbortController>());
  const nextKey = useRef(1);
  // The list as it is when a file arrives, not as it was when it was chosen.
  const arrived = useRef(files);
  arrived.current = files;

  const underWay = sending.some(({ failure }) => failure === null);
  const hasFailed = sending.some(({ failure }) => failure !== null);
  useEffect(() => onSending(underWay, hasFailed), [underWay, hasFailed, onSending]);
  const left = useRef(() => {});
  left.current = () => {
    onGivenUp?.();
    onSending(false, false);
  };
  useEffect(() => {
    const controllers = running.current;
    return () => {
      controllers.forEach((controller) => controller.abort());
      left.current();
    };
  }, []);

  const update = (key: number, change: Partial<Sending>) =>
    setSending((all) => all.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));
  const drop = (key: number) => {
    running.current.get(key)?.abort();
    running.current.delete(key);
    setSending((all) => all.filter((entry) => entry.key !== key));
  };

  const giveUp = (key: number) => {
    onGivenUp?.();
    drop(key);
  };

  async function send(key: number, file: File) {
    const controller = new AbortController();
    running.current.set(key, controller);
    update(key, { share: 0, failure: null });
    const result = await uploadFile(
      { file, onProgress: (share) => update(key, { share }), signal: controller.signal, headers },
      store?.address,
    );
    if (controller.signal.aborted) return;
    if (!result.ok) return update(key, { failure: result.code });
    drop(key);
    onChange([...arrived.current, result.file]);
  }

  function choose(chosen: Iterable<File> | ArrayLike<File>) {
    const room = MOST_FILES - files.length - sending.length;
    const added = Array.from(chosen)
      .slice(0, Math.max(0, room))
      .map((file) => ({ key: nextKey.current++, file, share: 0, failure: null }));
    setSending((all) => [...all, ...added]);
    for (const { key, file } of added) void send(key, file);
  }

  const full = files.length + sending.length >= MOST_FILES;
  return (
    <div className="stack stack-2">
      {(files.length > 0 || sending.length > 0) && (
        <FileList>
          {files.map((file) => (
            <FileItem
              key={file.id}
              name={file.fileName}
              note={formatMegabytes(words, file.sizeBytes)}
              thumbnailUrl={file.thumbnailUrl ?? undefined}
              remove={{
                label: t('evidence.remove', { name: file.fileName }),
                onRemove: () => onChange(files.filter(({ id }) => id !== file.id)),
              }}
            />
          ))}
          {sending.map(({ key, file, share, failure }) => (
            <FileItem
              key={key}
              name={file.name}
              note={
                failure ? (
                  <span className="bad">{t(failures[failure])}</span>
                ) : (
                  formatMegabytes(words, file.size)
                )
              }
              progress={failure ? undefined : { share, label: t('evidence.progress', { name: file.name }) }}
              remove={{ label: t('evidence.remove', { name: file.name }), onRemove: () => giveUp(key) }}
            >
              {(failure === 'OFFLINE' || failure === 'UNAVAILABLE') && (
                <Button size="small" onClick={() => void send(key, file)}>
                  {t('retry')}
                </Button>
              )}
            </FileItem>
          ))}
        </FileList>
      )}
      {error && <p className="error">{error}</p>}
      <p className="row row--tight">
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={store?.accepted ?? ACCEPTED}
          onChange={(event) => {
            if (event.currentTarget.files) choose(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <Button
          size="small"
          icon={store ? fileIcon : cameraIcon}
          disabled={full}
          onClick={() => input.current?.click()}
        >
          {store?.label ?? t('evidence.add')}
        </Button>
        <span className="caption">{store?.hint ?? t('evidence.hint', { most: MOST_FILES })}</span>
      </p>
    </div>
  );
}
