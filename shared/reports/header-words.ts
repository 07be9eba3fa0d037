/** Column headings as people write them, Vietnamese or English, with or without diacritics, spaces or underscores. */
import { fold } from '../util/vietnamese-text.ts';

const WORDS = {
  block: ['khoi', 'makhoi', 'block', 'blockcode'],
  blockName: ['tenkhoi', 'blockname'],
  level: ['cap', 'level'],
  code: ['ma', 'matieuchi', 'code', 'criterioncode', 'id'],
  name: ['ten', 'tentieuchi', 'tieuchi', 'noidung', 'name', 'criterion', 'title'],
  max: ['diemtoida', 'toida', 'diem', 'max', 'maximum', 'maxpoints', 'maxscore', 'points'],
  parent: ['cha', 'macha', 'parent', 'parentcode'],
  ruleKind: ['kieucham', 'rulekind', 'kind'],
  ruleText: ['cachcham', 'cachtinhdiem', 'rule', 'ruletext'],
  evidence: ['tailieukiemchung', 'tlkc', 'evidence'],
  parameters: ['thamso', 'parameters', 'params'],
  unitCode: ['ma', 'madonvi', 'madv', 'code', 'unitcode', 'id', 'unitid'],
  unitName: [
    'ten',
    'tendonvi',
    'donvi',
    'tinh',
    'tentinh',
    'diaphuong',
    'name',
    'unit',
    'unitname',
    'province',
    'country',
  ],
  total: [
    'tong',
    'tongdiem',
    'tongdiemchung',
    'tongdiemso',
    'tongsodiem',
    'tongcong',
    'tongso',
    'diemtong',
    'diemso',
    'diemchung',
    'total',
    'totalscore',
    'totalpoints',
    'overall',
    'overallscore',
    'score',
    'sum',
  ],
  index: ['chiso', 'chisotong', 'chisocchc', 'index', 'indexpct', 'totalindex', 'parindex'],
  rank: ['hang', 'xephang', 'thuhang', 'thubac', 'rank', 'ranking'],
  ignored: [
    'stt',
    'tt',
    'so',
    'no',
    'ghichu',
    'note',
    'notes',
    'remarks',
    'loai',
    'xeploai',
    'class',
    'nguon',
    'source',
    'nam',
    'year',
  ],
  maximumRow: [
    'max',
    'maximum',
    'diemtoida',
    'toida',
    'thangdiem',
    'maxpoints',
    'maxscore',
    'maximumscore',
    'maximumpoints',
    'diemchuan',
  ],
  summaryRow: [
    'tong',
    'tongcong',
    'trungbinh',
    'diemtrungbinh',
    'total',
    'average',
    'mean',
    'avg',
    'min',
    'caonhat',
    'thapnhat',
    'median',
    'trungvi',
  ],
  notArisen: ['', 'x', 'kps', 'kad', 'na', 'khongphatsinh', 'khongapdung'],
} as const;

export type HeaderWord = keyof typeof WORDS;

/** Letters and digits only, lower case, without diacritics: "Điểm tối đa (%)" → "diemtoida". */
export function headerKey(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '');
}

/** Does this heading (or word in a cell) mean `word`? */
export function means(text: string, word: HeaderWord): boolean {
  const keys: readonly string[] = WORDS[word];
  return keys.includes(headerKey(text));
}

/** A cell that says the matter did not arise: "-", "–", "x", "KPS", "n/a" and the like; never an empty cell. */
export function saysNotArisen(text: string): boolean {
  const trimmed = text.trim();
  // A dash folds to nothing, but so would "???": only dashes count as such.
  if (headerKey(trimmed) === '') return /^[-\u2010-\u2015\u2212]+$/.test(trimmed);
  return means(trimmed, 'notArisen');
}
