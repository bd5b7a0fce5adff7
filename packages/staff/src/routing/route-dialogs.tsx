import { Checkbox, Field, OptionRow, organisationIcon, Select, TextArea } from '@lapor/ui';
import { useId } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { useText } from '../language/use-text.ts';
import { OrganisationPick, type PickedOrganisation } from '../picking/organisation-pick.tsx';
import { PickedField } from '../picking/picked-field.tsx';
import { UNIT_KEYS, unitKeyName } from '../tree/unit-keys.ts';
import type { Category, Route } from './category-map-page.tsx';
import { SetCategoryRouteDocument } from './routing.graphql.ts';

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
      {({ value, change, faultAt }) => (
        <>
          <Checkbox
            label={t('routes.resetNational')}
            checked={value.reset}
            onChange={(event) => change({ reset: event.currentTarget.checked })}
          />
          {!value.reset && (
            <>
              <fieldset>
                <legend className="legend">{t('routes.level')}</legend>
                {LEVELS.map((level) => (
                  <OptionRow
                    key={level}
                    name={name}
                    title={t(`routes.usualLevel.${level}`)}
                    why={t(`routes.usualLevelMeans.${level}`)}
                    checked={value.level === level}
                    onChange={() => change({ level })}
                  />
                ))}
              </fieldset>
              {value.level !== 'PROVINCE' && value.level !== 'REGENCY' && (
                <PickedField
                  label={t('routes.nationalBody')}
                  error={faultAt('nationalOrganisationId')}
                  picked={value.body?.name ?? null}
                  icon={organisationIcon}
                  clear={{ label: t('routes.noBody'), onClear: () => change({ body: null }) }}
                >
                  <OrganisationPick
                    label={t('routes.nationalBody')}
                    kinds={['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE']}
                    picked={value.body ?? null}
                    onPick={(body) => change({ body })}
                    invalid={faultAt('nationalOrganisationId') !== undefined}
                  />
                </PickedField>
              )}
              {value.level !== 'NATIONAL' && (
                <Field label={t('routes.unitKey')} hint={t('routes.unitKeyHint')} error={faultAt('unitKey')}>
                  <Select
                    value={value.unitKey}
                    onChange={(event) => change({ unitKey: event.currentTarget.value })}
                  >
                    <option value="">{t('routes.noUnitKey')}</option>
                    {Object.keys(UNIT_KEYS).map((key) => (
                      <option key={key} value={key}>
                        {unitKeyName(key)}
                      </option>
                    ))}
                  </Select>
                </Field>
              )}
            </>
          )}
          <Field label={t('reason')} hint={t('tree.change.reasonHint')} error={faultAt('reason')}>
            <TextArea
              short
              value={value.reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          </Field>
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
      {({ value, change, faultAt }) => (
        <>
          {isOwn && (
            <Checkbox
              label={t('routes.resetOwn')}
              checked={value.reset}
              onChange={(event) => change({ reset: event.currentTarget.checked })}
            />
          )}
          {!value.reset && (
            <PickedField
              label={t('routes.receives')}
              hint={t('routes.ownHint')}
              error={faultAt('unitId')}
              picked={value.unit?.name ?? null}
              icon={organisationIcon}
            >
              <OrganisationPick
                label={t('routes.receives')}
                withinId={governmentId}
                startAtId={governmentId}
                picked={value.unit}
                onPick={(unit) => change({ unit })}
                invalid={faultAt('unitId') !== undefined}
              />
            </PickedField>
          )}
          <Field label={t('reason')} hint={t('tree.change.reasonHint')} error={faultAt('reason')}>
            <TextArea
              short
              value={value.reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
    </ChangeDialog>
  );
}
