export type DatabaseName = 'SQLite' | 'PostgreSQL';

/**
 * The p99 in milliseconds, with ten thousand and with a million seats, before the lists had indexes of their own.
 * Measured on two cores under a load of about ten, so an idle machine is several times as fast.
 */
export const BEFORE: Record<DatabaseName, Record<string, readonly [number, number]>> = {
  SQLite: {
    'open the assign form': [237, 15_668],
    'trainees, nothing typed': [140, 16_194],
    'trainees, all of them ("example")': [217, 13_907],
    'trainees, one in ninety ("ada lov")': [186, 33_101],
    'trainees, one address': [168, 11_037],
    'trainees, nobody ("zyxwv")': [213, 50_384],
    'assigned list, first page': [238, 25_655],
    'assigned list, tenth page': [293, 32_135],
    'assigned list, last page': [295, 186_705],
    'assigned list, all of them ("example")': [157, 30_474],
    'assigned list, one in ninety ("ada lov")': [254, 43_574],
    'assigned list, one address': [160, 43_435],
    'assigned list, nobody ("zyxwv")': [167, 7870],
    'unassigned list': [72, 161],
    'seats of an order, last page': [36, 260],
    'Home of the coordinator': [144, 179],
    'the daily reminder': [255, 138],
    'the board in the channel': [27, 1782],
    'assign a seat': [96, 110],
    'another customer, alone': [29, 72],
    'another customer, beside three long lists': [419, 2955],
  },
  PostgreSQL: {
    'open the assign form': [107, 1325],
    'trainees, nothing typed': [253, 462],
    'trainees, all of them ("example")': [207, 1358],
    'trainees, one in ninety ("ada lov")': [50, 1179],
    'trainees, one address': [109, 899],
    'trainees, nobody ("zyxwv")': [44, 1108],
    'assigned list, first page': [147, 3456],
    'assigned list, tenth page': [128, 2766],
    'assigned list, last page': [179, 3021],
    'assigned list, all of them ("example")': [143, 2854],
    'assigned list, one in ninety ("ada lov")': [247, 2685],
    'assigned list, one address': [195, 1468],
    'assigned list, nobody ("zyxwv")': [190, 1235],
    'unassigned list': [158, 357],
    'seats of an order, last page': [233, 3191],
    'Home of the coordinator': [195, 437],
    'the daily reminder': [456, 1023],
    'the board in the channel': [163, 1263],
    'assign a seat': [347, 253],
    'another customer, alone': [165, 112],
    'another customer, beside three long lists': [350, 646],
  },
};
