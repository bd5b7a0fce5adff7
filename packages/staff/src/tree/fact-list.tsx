import { Fragment } from 'react';
import { useQuery } from 'urql';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { RegionName } from '../picking/region-name.tsx';
import { OrganisationNameDocument } from '../session/invitation/invitation.graphql.ts';
import { isKnownField } from './fact-words.ts';
import { unitKeyName } from './unit-keys.ts';

export interface Fact {
  field: string;
  before: string | null;
  after: string | null;
}

/** What was before and after, field by field. The path says nothing that the parent does not. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const t = useText();
  const shown = facts.filter(({ field }) => field !== 'path');
  if (shown.length === 0) return null;
  return (
    <ul className="facts-changed">
      {shown.map(({ field, before, after }) => (
        <li key={field}>
          <span className="muted">
            {isKnownField(field) ? t(`tree.field.${field}` as StaffMessageId) : field}:{' '}
          </span>
          {!before && !after ? (
            // Contacts of a head: that they changed is kept, not what they were.
            t('tree.factChanged')
          ) : (
            <>
              {before && before !== after && (
                <del>
                  <Value field={field} text={before} />
                </del>
              )}{' '}
              {after ? (
                <ins>
                  <Value field={field} text={after} />
                </ins>
              ) : (
                t('tree.factEmptied')
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Value({ field, text }: { field: string; text: string }) {
  const t = useText();
  if (field === 'parentId' || field === 'successorId') return <NameOf id={text} />;
  if (field === 'predecessorIds')
    return (
      <>
        {text.split(/[,\s]+/).map((id, index) => (
          <Fragment key={id}>
            {index > 0 && ', '}
            <NameOf id={id} />
          </Fragment>
        ))}
      </>
    );
  if (field === 'regionCode') return <RegionName code={text} />;
  if (field === 'status' && (text === 'ACTIVE' || text === 'FORMER')) return <>{t(`tree.status.${text}`)}</>;
  if (field === 'unitKeys')
    return (
      <>
        {text
          .split(/[,;|\s]+/)
          .filter(Boolean)
          .map(unitKeyName)
          .join(', ')}
      </>
    );
  if (text === 'true' || text === 'false') return <>{t(text === 'true' ? 'tree.yes' : 'tree.no')}</>;
  return <>{text}</>;
}

/** An organisation by its name; by its id as long as, or when, the name is not known. */
function NameOf({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: OrganisationNameDocument, variables: { id } });
  return <>{data?.organisation?.name ?? id}</>;
}
