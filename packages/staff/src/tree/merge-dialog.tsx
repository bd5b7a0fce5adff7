import { Notice } from '@lapor/ui';
import { useQuery } from 'urql';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { ChangeFields, NO_NOTE, noteFaults, noteInput, type ChangeNote } from '../changing/change-fields.tsx';
import { useText } from '../language/use-text.ts';
import { OrganisationField } from '../picking/organisation-field.tsx';
import { OrganisationPick, type PickedOrganisation } from '../picking/organisation-pick.tsx';
import { PickedMany } from '../picking/picked-many.tsx';
import type { Organisation } from './organisation-details.tsx';
import { Understood } from './place-dialogs.tsx';
import { MergedDocument, MergeOrganisationsDocument } from './tree.graphql.ts';

interface MergeDialogProps {
  /** The first of those that are merged. */
  organisation: Organisation;
  onClose: () => void;
  onDone: (intoId: string) => void;
}

type Merger = ChangeNote & {
  merged: readonly PickedOrganisation[];
  into: PickedOrganisation | null;
  understood: boolean;
};

const MOST = 20;

/** Several organisations go on in one: units, officers' posts, reports and tasks go along. */
export function MergeDialog({ organisation, onClose, onDone }: MergeDialogProps) {
  const t = useText();
  const { government } = organisation;
  return (
    <ChangeDialog
      document={MergeOrganisationsDocument}
      draft={`merge:${organisation.id}`}
      empty={
        {
          merged: [{ id: organisation.id, name: organisation.name }],
          into: null,
          understood: false,
          ...NO_NOTE,
        } as Merger
      }
      title={t('tree.mergeTitle')}
      lead={<p className="caption">{t('tree.mergeLead')}</p>}
      submitLabel={t('tree.action.merge')}
      tone="danger"
      wide
      doneText={t('tree.merged')}
      check={(value) => ({
        organisationIds: value.merged.length > 0 ? undefined : 'REQUIRED',
        intoId: value.into ? undefined : 'REQUIRED',
        understood: value.understood ? undefined : 'REQUIRED',
        ...noteFaults(value),
      })}
      words={{
        organisationIds: { REQUIRED: 'tree.mergedNeeded', NOT_FOUND: 'tree.mergedGone' },
        intoId: { REQUIRED: 'tree.intoNeeded', NOT_FOUND: 'tree.intoGone' },
        understood: { REQUIRED: 'tree.mustUnderstand' },
      }}
      inputOf={(value) => ({
        organisationIds: value.merged.map(({ id }) => id),
        intoId: value.into?.id ?? '',
        ...noteInput(value),
      })}
      onClose={onClose}
      onDone={(result) => {
        if (result.__typename === 'OrganisationChanged') onDone(result.organisation.id);
      }}
    >
      {(form) => {
        const { merged, into, understood } = form.value;
        const taken = [...merged.map(({ id }) => id), ...(into ? [into.id] : [])];
        return (
          <>
            <div className="grid-2">
              <PickedMany
                label={t('tree.mergedOnes')}
                error={form.faultAt('organisationIds')}
                picked={merged}
                keyOf={({ id }) => id}
                nameOf={({ id, name }) => (
                  <>
                    <p>{name}</p>
                    <GoesAlong id={id} />
                  </>
                )}
                removeLabel={t('tree.dontMerge')}
                onRemove={(one) => form.change({ merged: merged.filter(({ id }) => id !== one.id) })}
              >
                {merged.length < MOST && (
                  <OrganisationPick
                    label={t('tree.addMerged')}
                    withinId={government.id}
                    exceptIds={[...taken, government.id]}
                    picked={null}
                    onPick={(picked) => form.change({ merged: [...merged, picked] })}
                  />
                )}
              </PickedMany>
              <OrganisationField
                label={t('tree.into')}
                hint={t('tree.intoHint')}
                error={form.faultAt('intoId')}
                within={government.id}
                exceptIds={merged.map(({ id }) => id)}
                picked={into}
                onPick={(picked) => form.change({ into: picked })}
              />
            </div>
            {into && merged.length > 0 && (
              <Notice tone="warning" title={t('tree.mergeWhat', { count: merged.length, into: into.name })}>
                <p>{t('tree.mergeWhatHint')}</p>
              </Notice>
            )}
            <ChangeFields form={form} />
            <Understood
              error={form.faultAt('understood')}
              label={t('tree.mergeUnderstood')}
              checked={understood}
              onChange={(next) => form.change({ understood: next })}
            />
          </>
        );
      }}
    </ChangeDialog>
  );
}

/** Units and officers of one that is merged. */
function GoesAlong({ id }: { id: string }) {
  const t = useText();
  const [{ data }] = useQuery({ query: MergedDocument, variables: { id, officers: { withinId: id } } });
  if (!data?.organisation) return <p className="caption">…</p>;
  const { edges, pageInfo } = data.officers;
  return (
    <p className="caption">
      {t('tree.units', { count: data.organisation.childCount })} ·{' '}
      {pageInfo.hasNextPage
        ? t('tree.officersMore', { count: edges.length })
        : t('tree.officers', { count: edges.length })}
    </p>
  );
}
