import { useDates, useShortcuts } from '@lapor/staff';
import { Button, eyeIcon, Facts, fileIcon, LinkButton, Notice, Panel, Skeleton, Tabs, Tag } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useCallback, useEffect, useRef, useState } from 'react';
import { desk, type ReadMessage } from '../desk-client.ts';
import { LoadFailed } from '../load-failed.tsx';
import { OfficerName } from '../officer-name.tsx';
import { useAsked } from '../use-asked.ts';
import { useCodeText, useText } from '../words.ts';
import { AnswerForm } from './answer-form.tsx';
import { AttachForm } from './attach-form.tsx';
import { CloseForm } from './close-form.tsx';
import { FileForm } from './file-form.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { useDeskLease } from './use-desk-lease.ts';

const WAYS = ['answer', 'file', 'attach', 'close'] as const;
type Doing = (typeof WAYS)[number];

interface MessagePaneProps {
  id: string;
  backHref: string;
  /** The list is not as it was shown. */
  onChanged: () => void;
  onDone: () => void;
}

/** One message: what was written, whose reports there are, and what is done with it. */
export function MessagePane({ id, backHref, onChanged, onDone }: MessagePaneProps) {
  const t = useText();
  const asked = useAsked(useCallback(() => desk.message(id), [id]));
  const lease = useDeskLease(id, asked.reload);
  const message = asked.value;
  return (
    <div className="message-detail stack stack-3">
      <p className="only-below-desk">
        <LinkButton size="small" href={backHref}>
          {t('channels.messages.back')}
        </LinkButton>
      </p>
      {!message && asked.failure && (
        <LoadFailed
          failure={asked.failure}
          title={t('channels.messages.failedOne')}
          busy={asked.busy}
          onRetry={asked.reload}
        />
      )}
      {!message && !asked.failure && <Skeleton label={t('page.loading')} lines={6} />}
      {message && (
        <>
          {lease.state === 'HELD' && (
            <Notice tone="warning" role="status" title={t('channels.messages.held')}>
              <p>
                {message.lease && (
                  <>
                    <OfficerName id={message.lease.accountId} />{' '}
                  </>
                )}
                {t('channels.messages.heldHint')}
              </p>
              <p>
                <Button size="small" onClick={lease.takeOver}>
                  {t('channels.messages.takeOver')}
                </Button>
              </p>
            </Notice>
          )}
          <Words message={message} />
          <Deed
            message={message}
            isHeld={lease.state === 'HELD'}
            onRefused={() => {
              asked.reload();
              onChanged();
            }}
            onDone={onDone}
          />
        </>
      )}
    </div>
  );
}

function Words({ message }: { message: ReadMessage }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const [revealing, setRevealing] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const { reason, reasonDetail, reports } = message;
  return (
    <Panel title={t('channels.messages.message')}>
      <div className="stack stack-3">
        <blockquote className="textbox message-text">
          {message.text || t('channels.messages.unreadable')}
        </blockquote>
        {message.files.length > 0 && (
          <p className="row row--tight">
            {message.files.map((name, index) => (
              <Tag key={index} icon={fileIcon}>
                {name}
              </Tag>
            ))}
            <span className="caption">{t('channels.messages.filesHint')}</span>
          </p>
        )}
        <Facts
          rows={[
            [
              t('channels.sender'),
              message.sender === null ? (
                '–'
              ) : (
                <span className="row row--tight">
                  <span className="nowrap">{address ?? message.sender}</span>
                  {address === null && (
                    <Button size="small" icon={eyeIcon} onClick={() => setRevealing(true)}>
                      {t('channels.reveal')}
                    </Button>
                  )}
                </span>
              ),
            ],
            [t('channels.door'), codeText('channels.door', message.door)],
            [t('channels.arrived'), dates.moment(message.receivedAt)],
            [
              t('channels.reason'),
              <>
                {codeText('channels.why', reason)}
                {reasonDetail && <span className="caption block code">{reasonDetail}</span>}
              </>,
            ],
            ...(reports.length > 0
              ? [
                  [
                    t('channels.reports'),
                    <span className="row row--tight" key="reports">
                      {reports.map(({ reportId, number, shortCode, isSpokenOf }) => (
                        <LinkButton key={reportId} size="small" href={`/laporan/${number}`}>
                          {formatReportNumber(number)}
                          {shortCode ? ` (${shortCode})` : ''}
                          {isSpokenOf ? ` · ${t('channels.spokenOf')}` : ''}
                        </LinkButton>
                      ))}
                    </span>,
                  ] as const,
                ]
              : []),
          ]}
        />
        {message.isUnproven && <p className="caption">{t('channels.messages.unproven')}</p>}
        {message.isFiling && <p className="caption">{t('channels.messages.filing')}</p>}
        {message.othersWaiting > 0 && (
          <p className="caption">{t('channels.messages.others', { count: message.othersWaiting })}</p>
        )}
      </div>
      {revealing && (
        <RevealDialog
          id={message.id}
          onRevealed={(found) => {
            setAddress(found);
            setRevealing(false);
          }}
          onClose={() => setRevealing(false)}
        />
      )}
    </Panel>
  );
}

interface DeedProps {
  message: ReadMessage;
  /** A colleague reads it: nothing is done meanwhile. */
  isHeld: boolean;
  onRefused: () => void;
  onDone: () => void;
}

/** What is done with it: one of four, each with a form of its own. */
function Deed({ message, isHeld, onRefused, onDone }: DeedProps) {
  const t = useText();
  const canAnswer = message.answers !== null;
  // What was begun and may have happened is finished first.
  const only = message.begun === 'FILE' ? 'file' : message.begun === 'ATTACH' ? 'attach' : null;
  const isOffered = (one: Doing) =>
    (only === null || one === only) &&
    (one !== 'answer' || canAnswer) &&
    (one !== 'attach' || (message.reports.length > 0 && (!message.isUnproven || only === 'attach'))) &&
    (one === 'close' || message.text !== null);
  const offered = WAYS.filter(isOffered);
  const [wished, setWished] = useState<Doing | null>(null);
  const doing = wished && offered.includes(wished) ? wished : offered[0]!;
  const box = useRef<HTMLDivElement>(null);
  const [focusing, setFocusing] = useState(0);
  useEffect(() => {
    if (focusing > 0)
      box.current?.querySelector<HTMLElement>('[role=tabpanel] :is(textarea, input)')?.focus();
  }, [focusing]);
  const choose = (one: Doing) => () => {
    if (isHeld || !offered.includes(one)) return false;
    setWished(one);
    setFocusing((last) => last + 1);
    return true;
  };
  useShortcuts({ b: choose('answer'), l: choose('file'), g: choose('attach'), t: choose('close') });
  if (isHeld) return null;
  const form = { message, onRefused, onDone };
  return (
    <section className="panel" aria-label={t('channels.messages.deed')} ref={box}>
      {only && (
        <div className="panel__body">
          <Notice tone="warning" title={t('channels.messages.begun')}>
            <p>{t('channels.messages.begunHint')}</p>
          </Notice>
        </div>
      )}
      {!canAnswer && message.text !== null && (
        <p className="panel__body caption">{t('channels.messages.noAnswer')}</p>
      )}
      <Tabs
        label={t('channels.messages.deed')}
        tabs={offered.map((one) => ({ id: one, label: t(`channels.do.${one}`) }))}
        value={doing}
        onChange={setWished}
      >
        {doing === 'answer' && <AnswerForm {...form} />}
        {doing === 'file' && <FileForm {...form} />}
        {doing === 'attach' && <AttachForm {...form} />}
        {doing === 'close' && <CloseForm {...form} />}
      </Tabs>
    </section>
  );
}
