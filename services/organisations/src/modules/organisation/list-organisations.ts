import type { Database } from '@lapor/database';
import { type Page, encodeCursor, pageOf } from '@lapor/subgraph';
import { cursorValues, pageSize } from '../paging/index.ts';
import { findMeaning, typedWords } from '../search/index.ts';
import type { Organisation, OrganisationFilter } from './graphql.ts';
import { cursorByName } from './loaders.ts';
import { toOrganisation } from './mapper.ts';
import { type NamePosition, listOrganisations, searchOrganisations } from './repository.ts';

/** A position in a list by name, from a cursor. */
export function namePosition(after: string | null | undefined): NamePosition | null {
  const values = cursorValues<[string, string]>(
    after,
    ([name, id, ...rest]) => typeof name === 'string' && typeof id === 'string' && rest.length === 0,
  );
  return values === null ? null : { name: values[0], id: values[1] };
}

/** A page of organisations: matches of a search by rank, else all by name. At most two statements. */
export async function pageOfOrganisations(
  database: Database,
  filter: OrganisationFilter,
  first: number,
  after: string | null | undefined,
): Promise<Page<Organisation>> {
  const size = pageSize(first);
  const words = typedWords(filter.search);
  if (words.length === 0) {
    const rows = await listOrganisations(database, filter, { after: namePosition(after), limit: size + 1 });
    return pageOf(rows, size, cursorByName, toOrganisation);
  }
  const position = cursorValues<[number]>(
    after,
    ([offset, ...rest]) => Number.isSafeInteger(offset) && Number(offset) >= 0 && rest.length === 0,
  );
  const offset = position?.[0] ?? 0;
  const meaning = await findMeaning(database, words);
  const typed = words.join(' ');
  const rows =
    meaning === null
      ? []
      : await searchOrganisations(database, meaning, filter, { typed, offset, limit: size + 1 });
  const ranked = rows.map((row, index) => ({ row, end: offset + index + 1 }));
  return pageOf(
    ranked,
    size,
    ({ end }) => encodeCursor(end),
    ({ row }) => toOrganisation(row),
  );
}
