import {
  Button,
  cameraIcon,
  downloadIcon,
  mailIcon,
  organisationIcon,
  printIcon,
  redactIcon,
  toolIcon,
  type Glyph,
} from '@lapor/ui';
import { lazy, Suspense, useState } from 'react';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { AnswerFields } from '../answering/answering.graphql.ts';
import { ReportHandlingFields } from '../handling/handling.graphql.ts';
import { ReportHistoryFields } from '../history/history.graphql.ts';
import { ReportHeadFields, ReportTextFields } from '../reading/report-reading.graphql.ts';
import { ReportNotesFields } from '../../notes/notes.graphql.ts';
import { photosOf } from './photos-of.ts';
import { ReportToolsFields } from './tools.graphql.ts';

const dialogs = {
  handling: () => import('../handling/dialogs.ts'),
  redacting: () => import('../../redacting/index.ts'),
};
const LeadDialog = lazy(async () => ({ default: (await dialogs.handling()).LeadDialog }));
const WorkOrderDialog = lazy(async () => ({ default: (await dialogs.handling()).WorkOrderDialog }));
const RedactText = lazy(async () => ({ default: (await dialogs.redacting()).RedactText }));
const ToldMessages = lazy(async () => ({ default: (await import('./told-messages.tsx')).ToldMessages }));
const Receipts = lazy(async () => ({ default: (await import('./receipts.tsx')).Receipts }));
const RedactPhoto = lazy(async () => ({ default: (await dialogs.redacting()).RedactPhoto }));

type Tool = 'workOrder' | 'lead' | 'redactText' | 'redactPhoto' | 'told' | 'receipts' | 'print';

const looks: Record<Tool, { icon: Glyph; label: StaffMessageId }> = {
  workOrder: { icon: toolIcon, label: 'tools.workOrder' },
  lead: { icon: organisationIcon, label: 'tools.lead' },
  redactText: { icon: redactIcon, label: 'tools.redactText' },
  redactPhoto: { icon: cameraIcon, label: 'tools.redactPhoto' },
  told: { icon: mailIcon, label: 'tools.told' },
  receipts: { icon: downloadIcon, label: 'tools.receipts' },
  print: { icon: printIcon, label: 'tools.print' },
};

interface ReportToolsProps {
  report: FragmentOf<typeof ReportToolsFields> &
    FragmentOf<typeof AnswerFields> &
    FragmentOf<typeof ReportHeadFields> &
    FragmentOf<typeof ReportTextFields> &
    FragmentOf<typeof ReportHandlingFields> &
    FragmentOf<typeof ReportHistoryFields> &
    FragmentOf<typeof ReportNotesFields>;
  /** Tools another part of the page already offers. */
  without?: readonly Tool[];
}

/** What is done around a report: the field, helpers, what the public sees, paper. As the server allows it. */
export function ReportTools({ report: masked, without = [] }: ReportToolsProps) {
  const report = readFragment(ReportToolsFields, masked);
  const { number, title, isConfidential } = readFragment(ReportHeadFields, masked);
  const { text, attachments, assignments, placeText, region, point } = readFragment(ReportTextFields, masked);
  const { viewerCanAnswer, handler } = readFragment(AnswerFields, masked);
  const handling = readFragment(ReportHandlingFields, masked);
  const { history } = readFragment(ReportHistoryFields, masked);
  const { viewerCanAddNote } = readFragment(ReportNotesFields, masked);
  const t = useText();
  const { workplace } = useSession();
  const [open, setOpen] = useState<Tool | null>(null);
  /** On a phone they stand folded, so that the report begins on the first screen. */
  const [unfolded, setUnfolded] = useState(false);
  const close = () => setOpen(null);
  const photos = photosOf(attachments, history);
  const units = assignments
    .map(({ organisation }) => organisation)
    // The own unit first: whose people are sent.
    .toSorted(
      (a, b) => Number(b.id === workplace.organisation.id) - Number(a.id === workplace.organisation.id),
    );

  const allowed: Record<Tool, boolean> = {
    // Whoever answers for a unit sends its people; a link to a head of an organisation does not.
    workOrder: viewerCanAnswer && !handling.viewerAnswersByHandOver && units.length > 0,
    lead: handling.viewerCanAssign,
    redactText: report.viewerCanRedact,
    redactPhoto: report.viewerCanRedact && photos.length > 0,
    // Whoever reads what officers write among themselves.
    told: viewerCanAddNote,
    receipts: true,
    print: true,
  };
  const offered = (Object.keys(looks) as Tool[]).filter((tool) => allowed[tool] && !without.includes(tool));

  return (
    <>
      <p className="only-below-desk">
        <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {t('tools.more')}
        </Button>
      </p>
      <div
        className={unfolded ? 'row row--tight actionbar tools is-open' : 'row row--tight actionbar tools'}
        role="group"
        aria-label={t('tools.group')}
      >
        {offered.map((tool) => (
          <Button
            key={tool}
            size="small"
            variant="quiet"
            icon={looks[tool].icon}
            onClick={() => (tool === 'print' ? window.print() : setOpen(tool))}
          >
            {t(looks[tool].label)}
          </Button>
        ))}
      </div>
      <Suspense>
        {open === 'workOrder' && (
          <WorkOrderDialog
            report={{ id: report.id, placeText: placeText ?? region?.fullName ?? null, point }}
            units={units}
            onClose={close}
          />
        )}
        {open === 'lead' && <LeadDialog reportId={report.id} lead={handler} onClose={close} />}
        {open === 'redactText' && (
          <RedactText
            report={{ id: report.id, title, text }}
            anyRule={report.viewerCanRedactByAnyRule}
            onClose={close}
          />
        )}
        {open === 'receipts' && (
          <Receipts number={number} isConfidential={isConfidential} history={history} onClose={close} />
        )}
        {open === 'told' && <ToldMessages reportId={report.id} onClose={close} />}
        {open === 'redactPhoto' && (
          <RedactPhoto
            reportId={report.id}
            photos={photos.map(({ id, url }, index) => ({
              id,
              url,
              name: t('photo.name', { number: index + 1, count: photos.length }),
            }))}
            anyRule={report.viewerCanRedactByAnyRule}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
