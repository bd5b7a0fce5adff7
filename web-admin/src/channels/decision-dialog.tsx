import type { ChannelsAnswer } from '@lapor/web-client';
import { Button, Dialog, Field, TextArea, useToast } from '@lapor/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { DeedFailure } from './messages/deed-failure.tsx';
import { useDeed } from './messages/use-deed.ts';
import { isReason, LONGEST_REASON } from './previews/reason.ts';
import { useText } from './words.ts';

interface DecisionDialogProps {
  /** What is decided; the button says it too. */
  title: string;
  doneText: string;
  tone?: 'primary' | 'danger';
  wide?: boolean;
  /** Whether what stands above the reason is whole. */
  isWhole?: boolean;
  /** What is sent besides key and reason: another one is another request. */
  content: unknown;
  ask: (given: { requestKey: string; reason: string }) => Promise<ChannelsAnswer<unknown>>;
  /** Somebody else was first. */
  onStale: () => void;
  onDone: () => void;
  onClose: () => void;
  /** What is decided about, and its fields. @param isTried it was sent once: what is missing is said. */
  children: (isTried: boolean) => ReactNode;
}

/** One decision about the channels, for a reason that is recorded. What is missing is said, and gets the focus. */
export function DecisionDialog({
  title,
  doneText,
  tone = 'primary',
  wide = false,
  isWhole = true,
  content,
  ask,
  onStale,
  onDone,
  onClose,
  children,
}: DecisionDialogProps) {
  const t = useText();
  const toast = useToast();
  const deed = useDeed(onStale);
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  async function send() {
    setTries(tries + 1);
    if (!isWhole || !isReason(reason)) return;
    const sent = await deed.send((requestKey) => ask({ requestKey, reason }), { content, reason });
    if (sent === null) return;
    toast({ text: doneText });
    onDone();
  }

  return (
    <Dialog
      open
      {...(wide ? { size: 'wide' as const } : {})}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant={tone} busy={deed.busy} onClick={() => void send()}>
            {title}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <div className="stack stack-3" ref={form}>
        <DeedFailure failure={deed.failure} />
        {children(tries > 0)}
        <Field
          label={t('channels.provider.reason')}
          error={tries > 0 && !isReason(reason) ? t('channels.templates.reasonNeeded') : undefined}
        >
          <TextArea
            short
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
