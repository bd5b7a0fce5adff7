import { searchText } from '../search/index.ts';
import type { OrganisationKind } from './graphql.ts';

type Named = { id: string; name: string; acronym: string | null; kind: OrganisationKind };

/** By which words an organisation is found: those of its name first, then those of where it is. */
export function searchWordsOf(
  organisation: Named,
  regionFullName: string | null,
): { name_words: string; place_words: string } {
  const { name, acronym } = organisation;
  return {
    name_words: searchText(name, acronym, acronymWithoutDinas(organisation), nationalId(organisation)),
    place_words: searchText(regionFullName),
  };
}

/** People leave out the "Dinas": DPUPR is "PUPR" to them, Disdukcapil "dukcapil". */
function acronymWithoutDinas({ name, acronym }: Named): string | null {
  if (acronym === null || !name.startsWith('Dinas ')) return null;
  if (/^D[A-Z]{3,}/.test(acronym)) return acronym.slice(1);
  return /^Dis[a-z]{4,}/.test(acronym) ? acronym.slice(3) : null;
}

/** Ids of national bodies of the reference data are what people call them: kemenpanrb, kemenkes, bpjs-kesehatan. */
function nationalId({ id, kind }: Named): string | null {
  const isNational = kind === 'MINISTRY' || kind === 'AGENCY' || kind === 'STATE_ENTERPRISE';
  return isNational && !isEnteredId(id) ? id : null;
}

/** Ids of organisations that people entered say nothing. */
const isEnteredId = (id: string): boolean => /^org-[0-9a-f]{16}$/.test(id);
