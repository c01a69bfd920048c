/** Whether what was written is safe, and what to do when it is not. */
export const sync = {
  loading: 'Conectando…',
  synced: 'Guardado',
  saving: 'Guardando…',
  here: 'En este equipo',
  windowOnly: 'Solo en esta ventana',
  offlineShort: 'Sin conexión',
  refused: 'Sin acceso',
  trouble: {
    'cannot-save': 'El servidor no puede guardar',
    crowded: 'Demasiadas personas',
    full: 'El tablero está lleno',
    rejected: 'No se pudo enviar',
    'read-only': 'Sin enviar',
  },
  offline: 'Sin conexión. Sigue escribiendo: se guarda aquí.',
  offlineReading: 'Sin conexión. Aquí está lo último que llegó a este dispositivo.',
  offlineEmpty: 'Sin conexión. Este tablero aún no está en este dispositivo: aparece solo cuando vuelva la conexión.',
  offlineUnkept:
    'Sin conexión, y este navegador no deja guardar en el equipo. No cierres esta ventana: lo que escribas está solo aquí.',
  todo: {
    'cannot-save': 'El servidor no puede guardar ahora. No cierres: se guarda aquí y se enviará.',
    crowded: 'En este tablero ya no caben más personas a la vez. Se intenta otra vez solo, en un momento.',
    full: 'Este tablero no admite más. Lo que no se envió sigue en este equipo: descárgalo y ábrelo como tablero nuevo, o vuelve a una copia más pequeña e intenta otra vez.',
    rejected:
      'El servidor no acepta lo que envía este equipo. Lo escrito sigue aquí: descárgalo, recarga la página e intenta otra vez.',
    'read-only':
      'Ahora no puedes escribir en este tablero. Lo último que escribiste no se envió: sigue en este equipo, se enviará solo si el tablero se abre otra vez, y puedes descargarlo.',
  },
  unkept:
    'Este navegador no deja guardar en el equipo: no cierres esta ventana sin descargarlo, lo que no se envió está solo aquí.',
  download: 'Descargar',
  downloadText: 'Como texto',
  downloadMine: 'Descargar lo que escribí',
  unsent_one: '{count} cambio por enviar',
  unsent_other: '{count} cambios por enviar',
  back_one: 'De vuelta. Se envió {count} cambio.',
  back_other: 'De vuelta. Se enviaron {count} cambios.',
  unreadable_one: '{count} elemento de este tablero no se pudo leer y no se muestra. No se borró.',
  unreadable_other: '{count} elementos de este tablero no se pudieron leer y no se muestran. No se borraron.',
} as const;
