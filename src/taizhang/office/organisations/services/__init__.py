"""Services of organisations (单位的写操作): every change of the institution, each with what it rests on."""
