import { Migration } from '@lapor/database';

/** The text of a letter as a person has changed it before approval, folded from the log like everything of a letter. */
export class LetterText extends Migration {
  override up() {
    this.addSql(`alter table oversight_letter
      add column version int not null default 1,
      -- Null: as the platform writes it.
      add column paragraphs jsonb`);
  }
}
