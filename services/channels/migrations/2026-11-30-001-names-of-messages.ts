import { Migration } from '@lapor/database';

/** Names that Telegram and WhatsApp give to messages hold a chat or a number: they are kept as digests from now on, and those before are gone. */
export class NamesOfMessages extends Migration {
  override up(): void {
    this.addSql(`delete from delivery_part where provider in ('TELEGRAM', 'WHATSAPP')`);
    this.addSql(`delete from early_receipt where provider = 'WHATSAPP'`);
    this.addSql(
      `update delivery set provider_message_id = null where provider in ('TELEGRAM', 'WHATSAPP') and provider_message_id is not null`,
    );
    this.addSql(
      `update inbound set provider_message_id = encode(sha256(convert_to(id || provider_message_id, 'UTF8')), 'hex') where door = 'WHATSAPP'`,
    );
  }
}
