import { html, type Html } from '../html.ts';
import type { PlainWords } from '../words/id.ts';
import { isAnonymous, type Category, type Draft } from './draft.ts';

type Say = keyof PlainWords['seen'];

/** Before anything is chosen: all three ways beside each other. */
export function seenByProtection(words: PlainWords): Html {
  const { who, seen } = words;
  const rows: [keyof PlainWords['who'], Say, Say, Say][] = [
    ['PUBLIC', 'YES', 'YES', 'NO'],
    ['AGENCY', 'YES', 'YES', 'ONLY_UNIT'],
    ['FIELD', 'TASK_ONLY', 'TASK_ONLY', 'TASK_ONLY'],
    ['NATIONAL', 'YES', 'YES', 'YES'],
  ];
  const names: Say[][] = [
    ['NO', 'NO', 'NO'],
    ['ON_REASON', 'NOT_STORED', 'ON_REASON'],
    ['NO', 'NO', 'NO'],
    ['SEALED', 'NOT_STORED', 'SEALED'],
  ];
  const table = (caption: string, cells: readonly (readonly Say[])[]) =>
    html` <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.seenBy}</th>
          <th scope="col">${words.open}</th>
          <th scope="col">${words.anonymousShort}</th>
          <th scope="col">${words.confidentialShort}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([party], index) =>
            html`<tr>
              <th scope="row">${who[party]}</th>
              ${cells[index]!.map((say) => html`<td>${seen[say]}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  return html`${table(
    `${words.seenCaption}: ${words.yourText}`,
    rows.map(([, ...cells]) => cells),
  )}${table(`${words.seenCaption}: ${words.yourName}`, names)}`;
}

/** After the choice: name and text for each party. */
export function seenWithDraft(draft: Draft, category: Category | null, words: PlainWords): Html {
  const { who, seen } = words;
  const anonymous = isAnonymous(draft, category);
  const isNamed = !anonymous && draft.nama.trim() !== '';
  const isShown = isNamed && draft.tampilkanNama && !draft.rahasia;
  const rows: [keyof PlainWords['who'], Say, Say][] = [
    ['PUBLIC', isShown ? 'NAME' : 'NO', draft.rahasia ? 'NO' : 'YES'],
    ['AGENCY', isShown ? 'NAME' : isNamed ? 'ON_REASON' : 'NOT_STORED', draft.rahasia ? 'ONLY_UNIT' : 'YES'],
    ['FIELD', 'NO', 'TASK_ONLY'],
    ['NATIONAL', isNamed ? 'SEALED' : 'NOT_STORED', 'YES'],
  ];
  return html` <table>
    <caption>
      ${words.seenCaptionChosen}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.seenBy}</th>
        <th scope="col">${words.yourName}</th>
        <th scope="col">${words.yourText}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([party, name, text]) =>
          html`<tr>
            <th scope="row">${who[party]}</th>
            <td>${seen[name]}</td>
            <td>${seen[text]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
