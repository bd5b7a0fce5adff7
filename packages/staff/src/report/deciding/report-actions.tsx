import {
  archivedIcon,
  Button,
  completedIcon,
  doneIcon,
  duplicateIcon,
  editIcon,
  eyeIcon,
  hiddenIcon,
  Kbd,
  postponedIcon,
  returnedIcon,
  routeIcon,
  shieldIcon,
  undoIcon,
  usersIcon,
  type Glyph,
} from '@lapor/ui';
import { lazy, Suspense, useState } from 'react';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { CloseDialog, ProposeClosingDialog, ReclassifyDialog, ReturnDialog } from './decisions.tsx';
import { ReportActionsFields } from './deciding.graphql.ts';
import { DisposeDialog } from './dispose-dialog.tsx';
import { FlagDialog } from './flag-dialog.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';

// Seldom needed: loaded when they are opened.
const AssignDialog = lazy(async () => ({
  default: (await import('./assigning/assign-dialog.tsx')).AssignDialog,
}));
const GiveBackPartDialog = lazy(async () => ({
  default: (await import('./assigning/give-back-part-dialog.tsx')).GiveBackPartDialog,
}));
const DuplicateDialog = lazy(async () => ({
  default: (await import('./duplicate/duplicate-dialog.tsx')).DuplicateDialog,
}));
const PartDialog = lazy(async () => ({ default: (await import('./duplicate/part-dialog.tsx')).PartDialog }));
const ReleaseDialog = lazy(async () => ({
  default: (await import('./holding/release-dialog.tsx')).ReleaseDialog,
}));
const WithholdDialog = lazy(async () => ({
  default: (await import('./holding/withhold-dialog.tsx')).WithholdDialog,
}));

type Action =
  | 'dispose'
  | 'return'
  | 'returnPart'
  | 'proposeClosing'
  | 'reclassify'
  | 'postpone'
  | 'archive'
  | 'close'
  | 'assign'
  | 'duplicate'
  | 'part'
  | 'withhold'
  | 'release'
  | 'flag';

const looks: Record<Action, { icon: Glyph; label: StaffMessageId; key?: string }> = {
  dispose: { icon: routeIcon, label: 'action.dispose', key: 'd' },
  return: { icon: returnedIcon, label: 'action.return' },
  returnPart: { icon: returnedIcon, label: 'action.returnPart' },
  proposeClosing: { icon: doneIcon, label: 'action.proposeClosing' },
  postpone: { icon: postponedIcon, label: 'action.postpone', key: 't' },
  archive: { icon: archivedIcon, label: 'action.archive', key: 'a' },
  reclassify: { icon: editIcon, label: 'action.reclassify' },
  close: { icon: completedIcon, label: 'action.close' },
  assign: { icon: usersIcon, label: 'action.assign' },
  duplicate: { icon: duplicateIcon, label: 'action.duplicate' },
  part: { icon: undoIcon, label: 'action.part' },
  withhold: { icon: hiddenIcon, label: 'action.withhold' },
  release: { icon: eyeIcon, label: 'action.release' },
  flag: { icon: shieldIcon, label: 'action.flag' },
};

const HANDLED: ReadonlySet<string> = new Set(['DISPOSED', 'IN_PROGRESS', 'COMPLETED']);

interface ReportActionsProps {
  report: FragmentOf<typeof ReportActionsFields>;
  /** Actions another part of the page already offers. */
  without?: readonly Action[];
}

/** What the officer may do with this report, as the server says, apart from answering and verifying. */
export function ReportActions({ report: masked, without = [] }: ReportActionsProps) {
  const report = readFragment(ReportActionsFields, masked);
  const t = useText();
  const hasNobodyBelow = useSession().workplace.organisation.childCount === 0;
  const [open, setOpen] = useState<Action | null>(null);
  const close = () => setOpen(null);

  const allowed: Record<Action, boolean> = {
    dispose: report.viewerCanDispose,
    // Who may not pass it on only helps.
    return: report.viewerCanReturn && report.viewerCanDispose,
    returnPart: report.viewerCanReturn && !report.viewerCanDispose,
    proposeClosing: report.viewerCanProposeClosing,
    postpone: report.viewerCanPostpone,
    archive: report.viewerCanArchive,
    reclassify: report.viewerCanReclassify && report.class !== null,
    close: report.viewerCanClose,
    assign: report.viewerCanAssign,
    duplicate: report.viewerCanMarkDuplicate && !report.viewerCanUnmarkDuplicate,
    part: report.viewerCanUnmarkDuplicate,
    // Of what waits and is not public the verification decides.
    withhold: report.viewerCanWithhold && (report.isPublished || HANDLED.has(report.state)),
    release: report.viewerCanRelease,
    flag: report.viewerCanFlag && !(report.isAnonymous && report.isConfidential),
  };
  const offered = (Object.keys(looks) as Action[])
    .filter((action) => allowed[action] && !without.includes(action))
    // For a unit with nobody below it only says that: last then.
    .toSorted((a, b) => (hasNobodyBelow ? Number(a === 'dispose') - Number(b === 'dispose') : 0));
  useShortcuts(
    Object.fromEntries(
      offered.flatMap((action) => (looks[action].key ? [[looks[action].key, () => setOpen(action)]] : [])),
    ),
  );

  return (
    <>
      {offered.length > 0 && (
        <div className="row row--tight actionbar" role="group" aria-label={t('action.group')}>
          {offered.map((action) => (
            <Button key={action} size="small" icon={looks[action].icon} onClick={() => setOpen(action)}>
              {t(looks[action].label)} {looks[action].key && <Kbd>{looks[action].key.toUpperCase()}</Kbd>}
            </Button>
          ))}
        </div>
      )}
      {open === 'dispose' && (
        <DisposeDialog
          reportId={report.id}
          number={report.number}
          handler={report.handler}
          onReturn={offered.includes('return') ? () => setOpen('return') : undefined}
          onClose={close}
        />
      )}
      {open === 'return' && (
        <ReturnDialog
          reportId={report.id}
          returnCount={report.returnCount}
          handler={report.handler}
          isConfidential={report.isConfidential}
          onClose={close}
        />
      )}
      {open === 'proposeClosing' && <ProposeClosingDialog reportId={report.id} onClose={close} />}
      {open === 'postpone' && <PostponeDialog reportId={report.id} onClose={close} />}
      {open === 'archive' && <ArchiveDialog reportId={report.id} state={report.state} onClose={close} />}
      {open === 'reclassify' && (
        <ReclassifyDialog reportId={report.id} current={report.class} onClose={close} />
      )}
      {open === 'close' && <CloseDialog reportId={report.id} onClose={close} />}
      <Suspense fallback={null}>
        {open === 'returnPart' && <GiveBackPartDialog reportId={report.id} onClose={close} />}
        {open === 'assign' && <AssignDialog number={report.number} onClose={close} />}
        {open === 'duplicate' && <DuplicateDialog number={report.number} onClose={close} />}
        {open === 'part' && <PartDialog number={report.number} onClose={close} />}
        {open === 'withhold' && (
          <WithholdDialog reportId={report.id} isPublished={report.isPublished} onClose={close} />
        )}
        {open === 'release' && <ReleaseDialog report={report} onClose={close} />}
      </Suspense>
      {open === 'flag' && (
        <FlagDialog
          report={{ ...report, needsName: report.category?.identityRequirement === 'IDENTITY' }}
          onClose={close}
        />
      )}
    </>
  );
}
