import { PickFilter } from '@lapor/staff';
import { lazy } from 'react';
import { useText } from '../words.ts';
import type { Room } from '../address/use-room.ts';

// Loaded when somebody chooses: they bring React Aria.
const RegionPick = lazy(async () => ({ default: (await import('@lapor/staff/picking')).RegionPick }));
const OrganisationPick = lazy(async () => ({
  default: (await import('@lapor/staff/picking')).OrganisationPick,
}));

/** Those that have nothing above them: figures of what crosses an agency are kept for them. */
const GOVERNMENTS = ['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE', 'PROVINCE', 'REGENCY', 'CITY'] as const;

interface PlaceControlProps {
  room: Room;
  /** Name of the chosen place, as far as it is known. */
  name: string | null;
}

/** A province, regency or city where things happened; or a government or K/L that answers for them. */
export function PlaceControl({ room: { regionCode, organisationId, set }, name }: PlaceControlProps) {
  const t = useText();
  return (
    <>
      {organisationId === '' && (
        <PickFilter
          label={t('room.region')}
          chosen={regionCode === '' ? null : (name ?? regionCode)}
          onClear={() => set({ wilayah: '' })}
        >
          {({ close, inputRef }) => (
            <RegionPick
              label={t('room.region')}
              levels={['PROVINCE', 'REGENCY', 'CITY']}
              picked={null}
              onPick={({ code }) => {
                close();
                set({ wilayah: code, instansi: '' });
              }}
              inputRef={inputRef}
            />
          )}
        </PickFilter>
      )}
      {regionCode === '' && (
        <PickFilter
          label={t('room.organisation')}
          chosen={organisationId === '' ? null : (name ?? organisationId)}
          onClear={() => set({ instansi: '' })}
        >
          {({ close, inputRef }) => (
            <OrganisationPick
              label={t('room.organisation')}
              kinds={GOVERNMENTS}
              picked={null}
              onPick={({ id }) => {
                close();
                set({ instansi: id, wilayah: '' });
              }}
              inputRef={inputRef}
            />
          )}
        </PickFilter>
      )}
    </>
  );
}
