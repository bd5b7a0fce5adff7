import {
  Button,
  Dialog,
  Field,
  FieldError,
  Notice,
  OptionRow,
  Tag,
  TextArea,
  organisationIcon,
  useToast,
} from '@lapor/ui';
import { useEffect, useId, useRef } from 'react';
import { useQuery } from 'urql';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { fieldText } from '../../decisions/field-faults.ts';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useText } from '../../language/use-text.ts';
import { childrenOf, OrganisationPick, type PickedOrganisation } from '../../picking/organisation-pick.tsx';
import { FindOrganisationsDocument } from '../../picking/organisations.graphql.ts';
import { useSession } from '../../session/session-context.ts';
import { useUndoableDecision } from '../../undo/use-undoable-decision.ts';
import { DisposeReportDocument } from './deciding.graphql.ts';
import { useMappedUnits } from './use-mapped-units.ts';

interface DisposeDialogProps {
  reportId: string;
  /** Asks the category map who usually takes it. */
  number?: string;
  handler: PickedOrganisation | null;
  /** The way up, for whoever may go it. */
  onReturn?: (() => void) | undefined;
  onClose: () => void;
}

/** Passes a report to a unit below one's own; where there is none it says so, and leads to the way up. */
export function DisposeDialog(props: DisposeDialogProps) {
  const own = useSession().workplace.organisation.id;
  // What the field asks for itself before anything is typed.
  const [{ data }] = useQuery({ query: FindOrganisationsDocument, variables: childrenOf(own) });
  const mapped = useMappedUnits(props.number, own);
  const isAlone = data?.organisations.edges.length === 0 && mapped.units.length === 0;
  return isAlone ? <NobodyBelow {...props} /> : <ToUnitBelow {...props} />;
}

function NobodyBelow({ onReturn, onClose }: DisposeDialogProps) {
  const t = useText();
  const { name } = useSession().workplace.organisation;
  return (
    <Dialog
      open
      title={t('dispose.title')}
      onClose={onClose}
      actions={
        <>
          {onReturn && (
            <Button variant="primary" onClick={onReturn}>
              {t('action.return')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Notice tone="info">
        <p>{t('dispose.nobodyBelow', { name })}</p>
        {onReturn && <p>{t('dispose.returnInstead')}</p>}
      </Notice>
    </Dialog>
  );
}

function ToUnitBelow({ reportId, number, handler, onClose }: DisposeDialogProps) {
  const t = useText();
  const toast = useToast();
  const { workplace } = useSession();
  const own = workplace.organisation.id;
  const draftName = `dispose:${reportId}`;
  const draft = useDraft<{ target: PickedOrganisation | null; note: string }>(draftName, {
    target: null,
    note: '',
  });
  const decision = useUndoableDecision(DisposeReportDocument, 'DISPOSE');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const { target } = draft.value;
  const mapped = useMappedUnits(number, own);
  const offered = mapped.units.filter(({ id }) => id !== handler?.id);
  const choices = useId();
  const targetFault = fieldText(t, decision.faults.fields['organisationId'], {
    REQUIRED: 'dispose.targetNeeded',
    INVALID: 'dispose.targetNeeded',
    NOT_FOUND: 'dispose.targetGone',
  });

  async function submit() {
    const done = await decision.decide(
      { reportId, organisationId: target?.id ?? '', note: draft.value.note.trim() || null },
      { name: draftName, value: draft.value },
    );
    if (!done) return;
    draft.clear();
    if (done.__typename !== 'ChangePending') toast({ text: t('dispose.done', { name: target?.name ?? '' }) });
    onClose();
  }

  return (
    <DecisionDialog
      open
      title={t('dispose.title')}
      lead={<p className="caption">{t('dispose.lead')}</p>}
      submitLabel={
        target ? t('dispose.submitTo', { name: target.acronym ?? target.name }) : t('dispose.submit')
      }
      busy={decision.busy}
      faults={decision.faults}
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className={targetFault ? 'field field--error' : 'field'}>
        <span className="legend">{t('dispose.target')}</span>
        {handler && handler.id !== own && <p className="hint">{t('dispose.now', { name: handler.name })}</p>}
        {targetFault && <FieldError id="dispose-target-error">{targetFault}</FieldError>}
        {offered.length > 0 && (
          <fieldset className="stack stack-2">
            <legend className="sr">{t('dispose.mapped')}</legend>
            {offered.map((unit) => (
              <OptionRow
                key={unit.id}
                name={choices}
                title={unit.name}
                why={t('dispose.mappedWhy', { category: mapped.category })}
                checked={target?.id === unit.id}
                onChange={() => draft.change({ target: unit })}
              />
            ))}
          </fieldset>
        )}
        {target && (
          <p className="picked">
            <Tag icon={organisationIcon}>{target.name}</Tag>
          </p>
        )}
        <OrganisationPick
          label={t('dispose.target')}
          withinId={own}
          startAtId={own}
          exceptIds={[own, ...(handler ? [handler.id] : [])]}
          withLoad
          picked={target}
          onPick={(organisation) => draft.change({ target: organisation })}
          invalid={targetFault !== undefined}
          describedBy={targetFault ? 'dispose-target-error' : undefined}
          inputRef={search}
        />
      </div>
      <Field
        label={t('dispose.note')}
        hint={t('dispose.noteHint')}
        error={fieldText(t, decision.faults.fields['note'])}
      >
        <TextArea
          short
          value={draft.value.note}
          onChange={(event) => draft.change({ note: event.currentTarget.value })}
        />
      </Field>
    </DecisionDialog>
  );
}
