import { ChangeDialog, LineField } from '@lapor/staff/changing';
import { Button, closeIcon, Field, IconButton, plusIcon, Select, TextInput } from '@lapor/ui';
import { useId } from 'react';
import { isDate } from '../calendar/holiday-row.ts';
import { useText } from '../app/use-text.ts';
import { ChangedLimits } from './changed-limits.tsx';
import { RULES_BY_KIND, rowsFault, toLimits, toRows, type LimitRow, type Policy } from './limit-rows.ts';
import { SavePolicyDocument } from './policies.graphql.ts';
import { useRuleWords } from './rule-words.ts';

interface PolicyDialogProps {
  /** Whose numbers the form begins with. */
  base: Policy;
  today: string;
  onClose: () => void;
  onDone: () => void;
}

const KINDS = ['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE', 'PROVINCE', 'REGENCY', 'CITY'] as const;
const CLASSES = [
  'INFORMATION_REQUEST',
  'ASPIRATION',
  'GRIEVANCE',
  'DISPUTE_WITHOUT_INSPECTION',
  'DISPUTE_WITH_INSPECTION',
] as const;

/** A policy for clocks that start from a day to come: every number of the clock table, and exceptions by kind of organisation. */
export function PolicyDialog({ base, today, onClose, onDone }: PolicyDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={SavePolicyDocument}
      draft={`policy:after-${base.version}`}
      empty={{ effectiveFrom: '', decree: '', rows: toRows(base.limits) }}
      title={t('policies.newTitle')}
      lead={<p className="caption">{t('policies.newLead')}</p>}
      submitLabel={t('policies.save')}
      doneText={t('policies.saved')}
      wide
      check={({ effectiveFrom, decree, rows }) => ({
        effectiveFrom: isDate(effectiveFrom) && effectiveFrom > today ? undefined : 'INVALID',
        decree: decree.trim().length < 3 ? 'REQUIRED' : undefined,
        limits: rowsFault(rows),
      })}
      inputOf={({ effectiveFrom, decree, rows }) => ({ effectiveFrom, decree, limits: toLimits(rows) })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => {
        const { value, change, faultAt } = form;
        const set = (index: number, part: Partial<LimitRow>) =>
          change({ rows: value.rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
        const indexed = value.rows.map((row, index) => ({ row, index }));
        const isException = ({ row }: (typeof indexed)[number]) => row.organisationKind !== null;
        const exceptions = indexed.filter(isException);
        return (
          <>
            <LineField
              form={form}
              name="effectiveFrom"
              label={t('policies.effectiveFrom')}
              hint={t('policies.effectiveFromHint')}
              error={faultAt('effectiveFrom') && t('policies.effectiveFromFault')}
              narrow
              type="date"
            />
            <LineField form={form} name="decree" label={t('policies.decree')} />
            {faultAt('limits') && (
              <p className="error" role="alert">
                {t('policies.limitsFault')}
              </p>
            )}
            <fieldset className="limit-rows">
              <legend>{t('policies.limits')}</legend>
              {indexed
                .filter((one) => !isException(one))
                .map(({ row, index }) => (
                  <LimitFields
                    key={`${row.rule} ${row.reportClass}`}
                    row={row}
                    onChange={(part) => set(index, part)}
                  />
                ))}
            </fieldset>
            <fieldset className="limit-rows">
              <legend>{t('policies.exceptions')}</legend>
              {exceptions.length === 0 && <p className="muted">{t('policies.noExceptions')}</p>}
              {exceptions.map(({ row, index }, number) => (
                <div key={index} className="limit-exception">
                  <ExceptionFields row={row} onChange={(part) => set(index, part)} />
                  <IconButton
                    icon={closeIcon}
                    label={t('policies.removeException', { number: number + 1 })}
                    onClick={() => change({ rows: value.rows.filter((_, at) => at !== index) })}
                  />
                </div>
              ))}
              <p>
                <Button
                  size="small"
                  icon={plusIcon}
                  onClick={() => change({ rows: [...value.rows, NEW_EXCEPTION] })}
                >
                  {t('policies.addException')}
                </Button>
              </p>
            </fieldset>
            <ChangedLimits base={base} rows={value.rows} />
          </>
        );
      }}
    </ChangeDialog>
  );
}

const NEW_EXCEPTION: LimitRow = {
  rule: 'FOLLOW_UP',
  reportClass: null,
  organisationKind: 'MINISTRY',
  days: '5',
  unit: 'WORKING',
};

interface RowProps {
  row: LimitRow;
  onChange: (part: Partial<LimitRow>) => void;
}

/** Name, number and unit of one rule. */
function LimitFields({ row, onChange }: RowProps) {
  const say = useRuleWords();
  const name = useId();
  return (
    <div className="limit-row" role="group" aria-labelledby={name}>
      <span id={name}>
        {say.rule(row.rule)}
        {row.reportClass && <span className="caption block">{say.reportClass(row.reportClass)}</span>}
      </span>
      <Length row={row} onChange={onChange} named={name} />
    </div>
  );
}

/** An exception: which rule, for whom, how long. */
function ExceptionFields({ row, onChange }: RowProps) {
  const t = useText();
  const say = useRuleWords();
  return (
    <div className="limit-fields">
      <Field label={t('policies.rule')}>
        <Select
          value={row.rule}
          onChange={(event) => {
            const rule = event.currentTarget.value as LimitRow['rule'];
            const reportClass = rule === 'RESOLUTION' ? (row.reportClass ?? 'GRIEVANCE') : null;
            const unit = rule !== 'RESOLUTION' && row.unit === 'OUTER' ? 'WORKING' : row.unit;
            onChange({ rule, reportClass, unit });
          }}
        >
          {RULES_BY_KIND.map((rule) => (
            <option key={rule} value={rule}>
              {say.rule(rule)}
            </option>
          ))}
        </Select>
      </Field>
      {row.rule === 'RESOLUTION' && (
        <Field label={t('policies.class')}>
          <Select
            value={row.reportClass ?? 'GRIEVANCE'}
            onChange={(event) =>
              onChange({ reportClass: event.currentTarget.value as LimitRow['reportClass'] })
            }
          >
            {CLASSES.map((one) => (
              <option key={one} value={one}>
                {say.reportClass(one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('policies.kind')}>
        <Select
          value={row.organisationKind ?? 'MINISTRY'}
          onChange={(event) =>
            onChange({ organisationKind: event.currentTarget.value as LimitRow['organisationKind'] })
          }
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say.kind(kind)}
            </option>
          ))}
        </Select>
      </Field>
      <Length row={row} onChange={onChange} />
    </div>
  );
}

/** @param named id of the rule's name, read before the names of the fields. */
function Length({ row, onChange, named }: RowProps & { named?: string }) {
  const t = useText();
  const id = useId();
  const labelledBy = (own: string) => (named ? `${named} ${own}` : own);
  const units =
    row.rule === 'RESOLUTION'
      ? (['WORKING', 'CALENDAR', 'OUTER'] as const)
      : (['WORKING', 'CALENDAR'] as const);
  return (
    <span className="limit-length">
      <span className="sr" id={`${id}-days`}>
        {t('policies.days')}
      </span>
      <TextInput
        type="number"
        min={1}
        max={366}
        inputMode="numeric"
        aria-labelledby={labelledBy(`${id}-days`)}
        value={row.unit === 'OUTER' ? '' : row.days}
        disabled={row.unit === 'OUTER'}
        onChange={(event) => onChange({ days: event.currentTarget.value })}
      />
      <span className="sr" id={`${id}-unit`}>
        {t('policies.unit')}
      </span>
      <Select
        aria-labelledby={labelledBy(`${id}-unit`)}
        value={row.unit}
        onChange={(event) => onChange({ unit: event.currentTarget.value as LimitRow['unit'] })}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {t(`policies.unit.${unit}`)}
          </option>
        ))}
      </Select>
    </span>
  );
}
