import { useState } from 'react';
import { useQuery } from 'urql';
import { Button, Field, Select } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import type { Draft } from './draft.ts';
import { RegionsInDocument } from './hints.graphql.ts';

type Region = ResultOf<typeof RegionsInDocument>['regions'][number];

const levels = [0, 1, 2] as const;

/** From province to district, for whoever neither is there nor knows how the name is written. */
export default function PlaceList({ onPick }: { onPick: (region: NonNullable<Draft['region']>) => void }) {
  const t = useT();
  const [chosen, setChosen] = useState<readonly Region[]>([]);
  const [isOpen, setOpen] = useState(false);
  const last = chosen.at(-1);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link-like">{t('hint.list')}</summary>
      {isOpen && (
        <div className="place-levels">
          {levels.slice(0, chosen.length + 1).map((level) => (
            <Level
              key={`${level} ${chosen[level - 1]?.code ?? ''}`}
              label={t(`hint.level.${level}`)}
              parentCode={chosen[level - 1]?.code ?? null}
              chosen={chosen[level] ?? null}
              onChoose={(region) => setChosen([...chosen.slice(0, level), ...(region ? [region] : [])])}
            />
          ))}
          {last && (
            <p>
              <Button
                onClick={() => onPick({ code: last.code, fullName: last.fullName, timeZone: last.timeZone })}
              >
                {t('hint.take', { place: last.fullName })}
              </Button>
            </p>
          )}
        </div>
      )}
    </details>
  );
}

interface LevelProps {
  label: string;
  parentCode: string | null;
  chosen: Region | null;
  onChoose: (region: Region | null) => void;
}

function Level({ label, parentCode, chosen, onChoose }: LevelProps) {
  const t = useT();
  const [{ data, error, fetching }] = useQuery({ query: RegionsInDocument, variables: { parentCode } });
  const regions = data?.regions ?? [];
  return (
    <Field label={label} error={error && !fetching ? t('hint.listFailed') : undefined}>
      <Select
        value={chosen?.code ?? ''}
        aria-busy={fetching || undefined}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChoose(regions.find(({ code }) => code === value) ?? null);
        }}
      >
        <option value="">{t('hint.choose')}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
