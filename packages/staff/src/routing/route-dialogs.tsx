import { Checkbox, OptionRow } from '@lapor/ui';
import { useId } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { ChoiceField, WordsField } from '../changing/form-fields.tsx';
import { useText } from '../language/use-text.ts';
import { OrganisationField } from '../picking/organisation-field.tsx';
import type { PickedOrganisation } from '../picking/organisation-pick.tsx';
import { UNIT_KEYS, unitKeyName } from '../tree/unit-keys.ts';
import { SetCategoryRouteDocument, type Category, type Route } from './routing.graphql.ts';

const LEVELS = ['NATIONAL', 'PROVINCE', 'REGENCY', 'MIXED'] as const satisfies readonly Route['usualLevel'][];

interface RouteDialogProps {
  category: Category;
  route: Route | null;
  onClose: () => void;
}

/** The national map: level, national body, task of the unit. Each change is a version of its own. */
export function NationalRouteDialog({ category, route, onClose }: RouteDialogProps) {
  const t = useText();
  const name = useId();
  return (
    <ChangeDialog
      document={SetCategoryRouteDocument}
      draft={`route:${category.id}:${route?.version ?? 0}`}
      empty={{
        level: route?.usualLevel ?? ('REGENCY' as Route['usualLevel']),
        body: route?.nationalOrganisation as PickedOrganisation | null | undefined,
        unitKey: route?.unitKey ?? '',
        reset: false,
        reason: '',
      }}
      title={t('routes.changeTitle')}
      lead={<p className="caption">{category.path}</p>}
      submitLabel={t('save')}
      doneText={t('routes.saved')}
      check={({ level, body, unitKey, reset, reason }) => ({
        nationalOrganisationId: !reset && level === 'NATIONAL' && !body ? 'REQUIRED' : undefined,
        unitKey: !reset && (level === 'PROVINCE' || level === 'REGENCY') && !unitKey ? 'REQUIRED' : undefined,
        reason: reason.trim() ? undefined : 'REQUIRED',
      })}
      words={{
        nationalOrganisationId: { REQUIRED: 'routes.bodyNeeded', NOT_FOUND: 'routes.bodyGone' },
        unitKey: { REQUIRED: 'routes.unitKeyNeeded' },
      }}
      inputOf={({ level, body, unitKey, reset, reason }) =>
        reset
          ? { categoryId: category.id, reset: true, reason: reason.trim() }
          : {
              categoryId: category.id,
              usualLevel: level,
              nationalOrganisationId: body?.id ?? null,
              unitKey: unitKey || null,
              reset: false,
              reason: reason.trim(),
            }
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Checkbox
            label={t('routes.resetNational')}
            checked={form.value.reset}
            onChange={(event) => form.change({ reset: event.currentTarget.checked })}
          />
          {!form.value.reset && (
            <>
              <fieldset>
                <legend className="legend">{t('routes.level')}</legend>
                {LEVELS.map((level) => (
                  <OptionRow
                    key={level}
                    name={name}
                    title={t(`routes.usualLevel.${level}`)}
                    why={t(`routes.usualLevelMeans.${level}`)}
                    checked={form.value.level === level}
                    onChange={() => form.change({ level })}
                  />
                ))}
              </fieldset>
              {form.value.level !== 'PROVINCE' && form.value.level !== 'REGENCY' && (
                <OrganisationField
                  label={t('routes.nationalBody')}
                  error={form.faultAt('nationalOrganisationId')}
                  kinds={['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE']}
                  picked={form.value.body ?? null}
                  onPick={(body) => form.change({ body })}
                  clear={{ label: t('routes.noBody'), onClear: () => form.change({ body: null }) }}
                />
              )}
              {form.value.level !== 'NATIONAL' && (
                <ChoiceField
                  form={form}
                  name="unitKey"
                  label={t('routes.unitKey')}
                  hint={t('routes.unitKeyHint')}
                  none={t('routes.noUnitKey')}
                  options={Object.keys(UNIT_KEYS).map((key) => ({ value: key, label: unitKeyName(key) }))}
                />
              )}
            </>
          )}
          <WordsField
            form={form}
            name="reason"
            label={t('reason')}
            hint={t('tree.change.reasonHint')}
            short
          />
        </>
      )}
    </ChangeDialog>
  );
}

/** The own choice of a government: which of its units gets this category. */
export function OwnRouteDialog({
  category,
  route,
  governmentId,
  onClose,
}: RouteDialogProps & { governmentId: string }) {
  const t = useText();
  const isOwn = route?.government != null;
  return (
    <ChangeDialog
      document={SetCategoryRouteDocument}
      draft={`own-route:${governmentId}:${category.id}:${route?.version ?? 0}`}
      empty={{
        unit: (isOwn ? route.unit : null) as PickedOrganisation | null,
        reset: false,
        reason: '',
      }}
      title={t('routes.ownTitle')}
      lead={<p className="caption">{category.path}</p>}
      submitLabel={t('save')}
      doneText={t('routes.saved')}
      check={({ unit, reset, reason }) => ({
        unitId: !reset && !unit ? 'REQUIRED' : undefined,
        reason: reason.trim() ? undefined : 'REQUIRED',
      })}
      words={{ unitId: { REQUIRED: 'routes.unitNeeded', NOT_FOUND: 'routes.unitGone' } }}
      inputOf={({ unit, reset, reason }) => ({
        categoryId: category.id,
        governmentId,
        unitId: reset ? null : (unit?.id ?? null),
        reset,
        reason: reason.trim(),
      })}
      onClose={onClose}
    >
      {(form) => (
        <>
          {isOwn && (
            <Checkbox
              label={t('routes.resetOwn')}
              checked={form.value.reset}
              onChange={(event) => form.change({ reset: event.currentTarget.checked })}
            />
          )}
          {!form.value.reset && (
            <OrganisationField
              label={t('routes.receives')}
              hint={t('routes.ownHint')}
              error={form.faultAt('unitId')}
              within={governmentId}
              picked={form.value.unit}
              onPick={(unit) => form.change({ unit })}
            />
          )}
          <WordsField
            form={form}
            name="reason"
            label={t('reason')}
            hint={t('tree.change.reasonHint')}
            short
          />
        </>
      )}
    </ChangeDialog>
  );
}
