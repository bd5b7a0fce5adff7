/** Words of Indonesian that say nothing about the matter; PostgreSQL's `indonesian` has a stemmer and no such list. */
export const STOP_WORDS: readonly string[] =
  `ada adalah agar akan aku anda antara apa apakah atas atau bagaimana bagi bahkan bahwa baik bang banget banyak bapak baru bawah beberapa
  begitu belum berapa bila bisa boleh buat bukan bulan bulanan cara cukup dalam dan dapat dari dekat demi dengan depan dia dong dua dulu ekor
  empat enam gak hal hampir hanya hari harus hendak hingga ibu ini itu jadi jam jangan jika juga kalau kali kami kapan kapankah karena kata ke
  kemudian kenapa kepada kini kita lagi lain lalu lama lebih lewat lima macam maka malah malam mana masih mau melalui memang mereka meski minggu
  minta misal mohon namun nanti oleh orang pada padahal pagi pak paling para per pernah pula pun saat saja saling sama sampai sangat satu saya
  sebab sebagai sebelum sebuah secara sedang sedangkan segera sehari sehingga sejak sekali sekarang sekitar selain selalu selama seluruh semua
  sendiri seperti sering serta sesuai sesudah setelah setiap siang siapa sini sore suatu sudah supaya tadi tahun tanpa tapi telah tempat tentang
  tentu terhadap terjadi terlalu tersebut terus tetap tetapi tiap tidak tiga tinggal tolong tsb tuh untuk usah walau yaitu yang`.split(
    /\s+/,
  );
