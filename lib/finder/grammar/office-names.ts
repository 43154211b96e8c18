import type { Dictionary } from '../dictionary/dictionary';
import type { Level } from './levels';

/** An area as an office's level: its index, -1 where the text names it and the dictionary does not know it, and its full name. */
type Where = Pick<Level, 'area' | 'name'>;

const POLICE = '公安局';

/** What an office is in an area: the body that the index has there, else its full name. `city` is the area whose branches its districts have. */
export function officeIn(
  dictionary: Dictionary,
  office: number,
  where: Where,
  city: number,
  form: string,
): { entity: number; name: string } {
  const held = where.area >= 0 ? dictionary.officeHolder(office, where.area) : -1;
  if (held >= 0 && dictionary.areaFullName(where.area) === where.name) return { entity: held, name: dictionary.entityName(held) };
  const name = officeName(dictionary, office, where, city, form);
  return { entity: dictionary.entityNamed(name, 'organization'), name };
}

function officeName(dictionary: Dictionary, office: number, where: Where, city: number, form: string): string {
  const said = dictionary.officeName(office);
  const branch = dictionary.officeBranch(office);
  if (branch === 'house') return houseName(dictionary, city, where, said);
  // A district has no 公安局 of its own: its 交警大队 is one of the city bureau's branch.
  if (said.startsWith(POLICE) && said !== POLICE && isDistrict(dictionary, where))
    return houseName(dictionary, city, where, POLICE) + said.slice(POLICE.length);
  return composeName(branch, where.name, said, form);
}

const isDistrict = (dictionary: Dictionary, { area }: Where): boolean =>
  area >= 0 && ['district', 'functional-zone'].includes(dictionary.areaKind(area));

/** The full name of an office in an area, by its branch. `form` is the office as written, for a name without an area. */
function composeName(branch: string, area: string, office: string, form: string): string {
  if (!area) return form;
  switch (branch) {
    case 'party':
      return `中共${area}委${office}`;
    case 'discipline':
      return office === '纪委监委' ? `中共${area}纪律检查委员会、${area}监察委员会` : `中共${area}${office}`;
    case 'cppcc':
      return `中国人民政治协商会议${area}委员会${office}`;
    case 'congress-committee':
      return `${area}人大常委会${office}`;
    case 'tax':
      return `国家税务总局${area}${office}`;
    case 'league':
      return `共青团${area}委员会`;
    case 'customs':
      return `中华人民共和国${area.replace(/^常州市(?=.)/, '').replace(/[市区]$/, '')}海关`;
    default:
      return `${area}${office}`;
  }
}

/** 武进公安分局 is the city bureau's branch: 常州市公安局武进分局. `city` is the area whose bureau it is, -1 when unknown. */
function houseName(dictionary: Dictionary, city: number, level: Where, bureau: string): string {
  const district = level.area >= 0 ? dictionary.areaName(level.area) : level.name;
  const stem = district.endsWith('开发区') ? district : district.replace(/[市区县]$/, '');
  return `${city >= 0 ? dictionary.areaFullName(city) : ''}${bureau}${stem}分局`;
}
