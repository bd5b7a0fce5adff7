import {
  archivedIcon,
  Button,
  calendarIcon,
  duplicateIcon,
  editIcon,
  fileIcon,
  LinkButton,
  noteIcon,
  plusIcon,
  routeIcon,
  shieldIcon,
  undoIcon,
  type Glyph,
} from '@lapor/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { OrganisationLinks } from '../keys/organisation-links.tsx';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { ClosingDaysDialog } from './closing-days-dialog.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { Organisation } from './organisation-details.tsx';
import {
  DirectVerificationDialog,
  MoveDialog,
  RenameDialog,
  RestoreDialog,
  RetireDialog,
} from './place-dialogs.tsx';
import { MergeDialog } from './merge-dialog.tsx';

type Action =
  'edit' | 'create' | 'rename' | 'move' | 'merge' | 'retire' | 'restore' | 'closingDays' | 'verification';

const looks: Record<Action, { icon: Glyph; label: StaffMessageId }> = {
  edit: { icon: editIcon, label: 'tree.action.edit' },
  create: { icon: plusIcon, label: 'tree.action.create' },
  rename: { icon: noteIcon, label: 'tree.action.rename' },
  move: { icon: routeIcon, label: 'tree.action.move' },
  merge: { icon: duplicateIcon, label: 'tree.action.merge' },
  retire: { icon: archivedIcon, label: 'tree.action.retire' },
  restore: { icon: undoIcon, label: 'tree.action.restore' },
  closingDays: { icon: calendarIcon, label: 'tree.action.closingDays' },
  verification: { icon: shieldIcon, label: 'tree.action.verification' },
};

interface OrganisationActionsProps {
  organisation: Organisation;
  path: string;
  hrefOf: (id: string) => string;
  onChanged: () => void;
}

/** What may be done with an organisation, as the server says. */
export function OrganisationActions({ organisation, path, hrefOf, onChanged }: OrganisationActionsProps) {
  const t = useText();
  const go = useNavigate();
  const { workplace } = useSession();
  const [open, setOpen] = useState<Action | null>(null);
  const close = () => setOpen(null);
  const isActive = organisation.status === 'ACTIVE';
  const isRoot = organisation.government.id === organisation.id;
  const { viewerCanEdit, viewerCanRestructure, viewerCanAddUnits } = organisation;
  const allowed: Record<Action, boolean> = {
    edit: isActive && viewerCanEdit,
    create: isActive && viewerCanAddUnits,
    rename: isActive && viewerCanRestructure,
    move: isActive && viewerCanRestructure && !isRoot,
    merge: isActive && viewerCanRestructure && !isRoot,
    retire: isActive && viewerCanRestructure,
    restore: !isActive && viewerCanRestructure,
    closingDays: isActive && viewerCanEdit && isRoot,
    // The national desk alone; the server decides again.
    verification: isActive && isRoot && workplace.roles.includes('NATIONAL_ADMIN'),
  };
  const offered = (Object.keys(looks) as Action[]).filter((action) => allowed[action]);
  if (offered.length === 0) return null;
  const props = { organisation, onClose: close, onDone: onChanged };
  return (
    <>
      <div className="row row--tight actionbar" role="group" aria-label={t('action.group')}>
        {offered.map((action) => (
          <Button key={action} size="small" icon={looks[action].icon} onClick={() => setOpen(action)}>
            {t(looks[action].label)}
          </Button>
        ))}
        {allowed.create && (
          <LinkButton size="small" icon={fileIcon} href={`${path}/${organisation.id}/berkas`}>
            {t('tree.action.csv')}
          </LinkButton>
        )}
        <OrganisationLinks organisation={organisation} />
      </div>
      {open === 'edit' && <EditDialog {...props} />}
      {open === 'create' && (
        <CreateDialog
          parent={organisation}
          onClose={close}
          onDone={(made) => {
            onChanged();
            void go(hrefOf(made));
          }}
        />
      )}
      {open === 'rename' && <RenameDialog {...props} />}
      {open === 'move' && <MoveDialog {...props} />}
      {open === 'merge' && (
        <MergeDialog
          organisation={organisation}
          onClose={close}
          onDone={(into) => {
            onChanged();
            void go(hrefOf(into));
          }}
        />
      )}
      {open === 'retire' && <RetireDialog {...props} />}
      {open === 'restore' && <RestoreDialog {...props} />}
      {open === 'closingDays' && <ClosingDaysDialog {...props} />}
      {open === 'verification' && <DirectVerificationDialog {...props} />}
    </>
  );
}
