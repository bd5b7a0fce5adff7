import { useLanguage } from '@lapor/staff';
import {
  Attachments,
  EvidenceField,
  fieldText,
  RefusalNotice,
  useFilesFirst,
  type Faults,
  type UploadedFile,
} from '@lapor/staff/outside';
import {
  Button,
  doneIcon,
  Facts,
  Field,
  Notice,
  Panel,
  sendIcon,
  TextArea,
  Timeline,
  TimelineEntry,
  userIcon,
} from '@lapor/ui';
import { formatDay, formatMoment } from '@lapor/wording';
import { useState } from 'react';
import { useText } from '../app/use-text.ts';
import type { WorkOrder } from './use-work-order.ts';

/** What can be done with an order, whoever does it: by the secret link, or signed in. */
interface Work {
  bring: (workOrderId: string, note: string, files: readonly UploadedFile[]) => Promise<boolean>;
  finish: (workOrderId: string) => Promise<boolean>;
  busy: boolean;
  faults: Faults;
  /** Whose the files are, for whoever has no account. */
  headers?: () => Record<string, string>;
}

/** Place and task of an order, what was brought, and room for more while it is open. */
export function OpenOrder({ order, work }: { order: WorkOrder; work: Work }) {
  const t = useText();
  const { words } = useLanguage();
  const zone = order.organisation.timeZone;
  const { point } = order;
  return (
    <>
      <div>
        <p className="caption">{order.number}</p>
        <h1>{t('workOrder.title')}</h1>
      </div>
      {order.state === 'DONE' && (
        <Notice tone="success" role="status" title={t('workOrder.done')}>
          <p>{t('workOrder.doneHint')}</p>
        </Notice>
      )}
      <Panel title={t('workOrder.task')}>
        <div className="stack stack-3">
          <p className="narrative">{order.task}</p>
          <Facts
            rows={[
              [t('workOrder.place'), order.placeText],
              ...(point
                ? [
                    [
                      t('workOrder.point'),
                      <a
                        key="point"
                        href={`geo:${point.latitude},${point.longitude}`}
                      >{`${point.latitude}, ${point.longitude}`}</a>,
                    ] as const,
                  ]
                : []),
              [t('workOrder.dueOn'), formatDay(words, order.dueOn)],
              [t('workOrder.from'), order.organisation.name],
              [t('workOrder.until'), formatMoment(words, order.expiresAt, zone)],
            ]}
          />
        </div>
      </Panel>
      {order.evidence.length > 0 && (
        <Panel title={t('workOrder.found')}>
          <Timeline label={t('workOrder.found')}>
            {order.evidence.map((entry) => (
              <TimelineEntry
                key={entry.id}
                icon={userIcon}
                what={entry.note || t('workOrder.photos')}
                when={formatMoment(words, entry.at, zone)}
              >
                <Attachments attachments={entry.files} />
              </TimelineEntry>
            ))}
          </Timeline>
        </Panel>
      )}
      {order.state === 'OPEN' && <EvidenceForm order={order} work={work} />}
    </>
  );
}

function EvidenceForm({ order, work }: { order: WorkOrder; work: Work }) {
  const t = useText();
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const arriving = useFilesFirst(() => void send());
  const [tried, setTried] = useState(false);
  const isEmpty = note.trim() === '' && files.length === 0;
  const { faults, busy } = work;

  async function send() {
    if (arriving.isSending) return arriving.sendThen();
    setTried(true);
    if (isEmpty || !(await work.bring(order.id, note.trim(), files))) return;
    setNote('');
    setFiles([]);
    setTried(false);
  }

  return (
    <Panel title={t('workOrder.bring')}>
      <form
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <RefusalNotice refusal={faults.refusal} gone="workOrder.goneHint" />
        {faults.fields['workOrderId'] && (
          <Notice tone="warning" role="alert" title={t('workOrder.over')}>
            <p>{t('workOrder.goneHint')}</p>
          </Notice>
        )}
        <Field
          label={t('workOrder.note')}
          hint={t('workOrder.noteHint')}
          error={fieldText(t, tried && isEmpty ? 'REQUIRED' : faults.fields['note'])}
        >
          <TextArea short value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </Field>
        <EvidenceField
          files={files}
          onChange={setFiles}
          onSending={arriving.onSending}
          onGivenUp={arriving.cancel}
          headers={work.headers}
          error={fieldText(t, faults.fields['attachmentIds'], { NOT_FOUND: 'workOrder.photosOnly' })}
        />
        <p className="row">
          <Button variant="primary" type="submit" icon={sendIcon} busy={busy || arriving.waits}>
            {t('workOrder.send')}
          </Button>
          {order.evidence.length > 0 && (
            <Button icon={doneIcon} busy={busy} onClick={() => void work.finish(order.id)}>
              {t('workOrder.finish')}
            </Button>
          )}
        </p>
      </form>
    </Panel>
  );
}
