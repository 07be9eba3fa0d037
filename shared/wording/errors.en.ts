import type { ErrorSentences } from './error-sentences.ts';

/** Error sentences in English: what happened, what is safe, what to do. */
export const ERRORS_EN: ErrorSentences = {
  'VALIDATION.input': {
    title: 'The data sent is not valid',
    detail: 'Nothing was written.[ Where: {at}.]',
    advice: 'Check the value and try again.',
  },
  'VALIDATION.notANumber': {
    title: 'The value is not a number',
    detail: '[“{text}” cannot be read as a number. ]The cell keeps its old value.',
    advice: 'Type a number, for example 8.5.',
  },
  'VALIDATION.ambiguousNumber': {
    title: 'The number can be read in two ways',
    detail: '[“{text}” may mean thousands or decimals. ]Nothing was written.',
    advice: 'Say what the dot means, or write it with a decimal comma.',
  },
  'VALIDATION.tooPrecise': {
    title: 'Too many decimals',
    detail: 'Points keep six digits after the decimal sign. The cell keeps its old value.',
    advice: 'Round the value and type it again.',
  },
  'VALIDATION.negative': {
    title: 'Points cannot be negative',
    detail: 'The cell keeps its old value.',
    advice: 'Type 0 or more; penalties are typed as positive numbers too.',
  },
  'VALIDATION.overMax': {
    title: 'Above the maximum',
    detail: '[Cell {at}: ][the maximum is {max}. ]The cell keeps its old value.',
    advice: 'Type a value that is not above the maximum.',
  },
  'VALIDATION.reasonRequired': {
    title: 'A reason is needed',
    detail: 'Points below the self-scored ones, and leaves marked as not applicable, need a reason.',
    advice: 'Write the reason and save again.',
  },
  'VALIDATION.surveyLocked': {
    title: 'Survey points are not typed',
    detail: 'This criterion takes its points from the survey result.[ ({at})]',
    advice: 'Declare the survey index; the points follow from it.',
  },
  'VALIDATION.cellNotApplicable': {
    title: 'The cell is marked as not applicable',
    detail: '[Cell {at}: ]a cell that does not apply has no points. Nothing was written.',
    advice: 'Take the mark back first, then type the points.',
  },
  'VALIDATION.notALeaf': {
    title: 'Only the lowest level is scored',
    detail: 'Fields and criteria with sub-criteria are added up, not typed.',
    advice: 'Type the points at the sub-criterion.',
  },
  'VALIDATION.declaredMismatch': {
    title: 'The declared data does not fit the rule',
    detail: '[Cell {at}: ]the kind of data differs from the rule of the criterion. Nothing was written.',
    advice: 'Declare what the rule beside the cell asks for.',
  },
  'VALIDATION.setDoesNotAddUp': {
    title: 'The criteria set does not add up to its scale',
    detail: '[Block {block}: ]the sum of maxima[ is {sum}] differs from the scale[ {scale}].',
    advice: 'Correct the maxima in the criteria file and import again.',
  },
  'VALIDATION.nothingEdited': {
    title: 'Nothing changes',
    detail: 'The criteria set is like that already, so no step was written.',
    advice: 'Edit the set first, then try again.',
  },
  'VALIDATION.dropNotAgreed': {
    title: 'A dropped criterion still holds data',
    detail:
      'Issuing would delete scores, evidence and comments of dropped criteria[ ({count} records)]. Nothing was written.',
    advice: 'Read the list of consequences, agree to the deletion and issue again; or keep the criterion.',
  },
  'VALIDATION.matchTaken': {
    title: 'That criterion of last year is taken',
    detail: '[Criterion {code} of last year ]was confirmed for another criterion. Nothing was written.',
    advice: 'Take the other confirmation back first, then choose again.',
  },
  'VALIDATION.ruleUnsound': {
    title: 'The rule is not right yet',
    detail: '[Criterion {at}: ]its points contradict each other or exceed the maximum. Nothing was written.',
    advice: 'Correct the marked figures, then save again.',
  },
  'VALIDATION.textMissing': {
    title: 'Code or name is missing',
    detail: '[Item {at}: ]code and name must not be empty. Nothing was written.',
    advice: 'Type code and name, then save again.',
  },
  'VALIDATION.pointsOutOfRange': {
    title: 'Points out of range',
    detail: '[Item {at}: ]a maximum is 0 or more, a scale above 0. Nothing was written.',
    advice: 'Type the points again.',
  },
  'VALIDATION.placeRefused': {
    title: 'It cannot go there',
    detail:
      '[Item {at}: ]a set has three levels; bonus and penalty stand alone, without items below. Nothing was written.',
    advice: 'Choose another place.',
  },
  'VALIDATION.rule': {
    title: 'A scoring rule cannot be read',
    detail: '[Cell {at}: ]the parameters of the rule are wrong. Nothing was written.',
    advice: 'Correct the rule column of the criteria file.',
  },
  'VALIDATION.duplicateCode': {
    title: 'A code appears twice',
    detail: '[Code “{code}” is used several times. ]Nothing was written.',
    advice: 'Every unit and every criterion needs a code of its own.',
  },
  'VALIDATION.unknownCode': {
    title: 'Unknown code',
    detail: '[Code “{code}” was not found. ]Nothing was written.',
    advice: 'Check the code in the source file.',
  },
  'VALIDATION.emptyTable': {
    title: 'The table has no rows',
    detail: 'The file can be read but holds no unit or criterion.',
    advice: 'Choose a file with a header and at least one row of figures.',
  },
  'VALIDATION.badDate': {
    title: 'Not a date',
    detail: '[“{text}” is not a date. ]',
    advice: 'Type day/month/year, for example 05/11/2023.',
  },
  'VALIDATION.preflight': {
    title: 'The annexes cannot be exported yet',
    detail: 'The checks before export found[ {count}] errors. Nothing was written.',
    advice: 'Correct what is listed and export again.',
  },
  'VALIDATION.importRejected': {
    title: 'The file has errors; nothing was imported',
    detail: 'The list below gives the address of every bad cell.[ Errors in all: {count}.]',
    advice: 'Correct those cells in the source file and preview again.',
  },
  'VALIDATION.nothingToUndo': {
    title: 'Nothing left to undo',
    detail: 'The data did not change.',
    advice: 'The log shows earlier changes.',
  },
  'VALIDATION.nothingToRedo': {
    title: 'Nothing left to redo',
    detail: 'The data did not change.',
    advice: 'Redo works only right after an undo.',
  },
  'VALIDATION.notUndoable': {
    title: 'This step cannot be undone',
    detail: 'The data did not change.',
    advice: 'Correct the value itself; every change is in the log.',
  },
  'VALIDATION.notACut': {
    title: 'This cell was not cut',
    detail:
      '[Cell {at}: ]only a cell appraised below its self-scored points needs an explanation. Nothing was written.',
    advice: 'Load the list of cut cells again, then open the round.',
  },
  'VALIDATION.explanationPending': {
    title: 'The cell waits in another round',
    detail: '[Cell {at} ]is in an explanation round that is not settled. Nothing was written.',
    advice: 'Leave that cell out, or settle it in the earlier round first.',
  },
  'VALIDATION.explanationState': {
    title: 'The explanation does not allow this step now',
    detail: '[Cell {at}: ]its explanation is in a state that does not allow this. Nothing was written.',
    advice: 'Look at the state of the cell in the tab Explanation.',
  },
  'VALIDATION.answerMissing': {
    title: 'The unit has not explained',
    detail: '[Cell {at}: ]without an explanation nothing can be accepted. Nothing was written.',
    advice: 'Record what the unit wrote first, or stand by the appraised points with a reason.',
  },
  'VALIDATION.grantTooLow': {
    title: 'Granted points must be above the appraised ones',
    detail: '[Cell {at}: ]accepting without more points would be a refusal. Nothing was written.',
    advice: 'Type more than the appraised points, or choose to reject.',
  },
  'VALIDATION.deadlinePast': {
    title: 'The deadline is over already',
    detail: 'The deadline must be today or later. Nothing was written.',
    advice: 'Choose another deadline.',
  },
  'VALIDATION.roundClosed': {
    title: 'The explanation round is closed',
    detail: '[Round “{name}” ]takes no more changes. Nothing was written.',
    advice: 'Open a new round for what is still in dispute.',
  },
  'VALIDATION.explanationsUndecided': {
    title: 'Some explanations wait for a decision',
    detail: '[{count} cells were ]explained but neither accepted nor rejected. The round stays open.',
    advice: 'Decide on them, then close the round.',
  },
  'VALIDATION.explanationsUnanswered': {
    title: 'Some cells were not explained',
    detail: '[{count} cells have ]no explanation from their units. The round stays open.',
    advice: 'Give the reason for standing by the appraised points when closing, or record the explanations first.',
  },
  'VALIDATION.unitHasCells': {
    title: 'The unit[ {unit}] has data in this cycle',
    detail: '[{count} cells, documents or comments. ]Taking it out would lose them, so nothing was written.',
    advice: 'To keep it out of the ranking mark it “scored, not ranked”; if it was a mistake, clear the cells first.',
  },
  'VALIDATION.moveLeavesCells': {
    title: 'Cells that will no longer count need your word',
    detail:
      '[Unit {unit} has {count} cells under the criteria set of its block; ]in another block they stay in the file but do not count. Nothing was written.',
    advice: 'Look at the number of cells and confirm the move.',
  },
  'VALIDATION.unitOutsidePeriod': {
    title: 'The unit does not exist during the cycle',
    detail: '[“{name}” ({unit}) ]exists on no day of the period. Nothing was written.',
    advice: 'Choose the unit that succeeded it, or correct its days in the registry.',
  },
  'VALIDATION.unitRegistry': {
    title: 'The registry of units does not take this change',
    detail: 'The reasons are listed by unit. Nothing was written.',
    advice: 'Change the day, the code or the chosen units and write again.',
  },
  'VALIDATION.noSuchStep': {
    title: 'The cycle cannot move that way',
    detail: 'There is no such step from the present state; it may have changed in another window. Nothing was written.',
    advice: 'Look at the progress of the cycle and choose a step listed there.',
  },
  'VALIDATION.preconditionsUnmet': {
    title: 'The cycle cannot move on yet',
    detail: 'Some conditions do not hold[ ({count})]. Nothing was written.',
    advice: 'Settle what is listed, then try again.',
  },
  'VALIDATION.cycleSettings': {
    title: 'The cycle cannot be saved yet',
    detail: 'Something in the settings is not right[ ({count})]. Nothing was written.',
    advice: 'Correct what is marked and save again.',
  },
  'VALIDATION.nothingChanged': {
    title: 'Nothing changed',
    detail: 'What was sent is what is there already.',
    advice: 'Change something before saving.',
  },
  'VALIDATION.blockHasUnits': {
    title: 'The block has units',
    detail: '[Block {block} ]cannot go while units stand in it. Nothing was written.',
    advice: 'Move the units to another block on the screen Units, then remove the block.',
  },
  'VALIDATION.noUsers': {
    title: 'This file asks for no sign-in',
    detail: 'The file has no users: whoever sits at this computer may do everything.',
    advice: 'To give people their own rights, create users on the Administration screen.',
  },
  'VALIDATION.loginTaken': {
    title: 'The sign-in name is taken',
    detail: '[“{login}” belongs to somebody else. ]Nothing was written.',
    advice: 'Choose another name; people who were deactivated keep theirs.',
  },
  'VALIDATION.firstUserAdmin': {
    title: 'The first user must be an administrator',
    detail: 'Otherwise nobody could create the next one. Nothing was written.',
    advice: 'Give this person the role Administrator.',
  },
  'VALIDATION.lastAdmin': {
    title: 'One active administrator has to remain',
    detail: 'After this change nobody could look after the users any more. Nothing was written.',
    advice: 'Give the role Administrator to somebody else first.',
  },
  'VALIDATION.passwordTooShort': {
    title: 'The password is too short',
    detail: 'A password needs eight characters or more. The old one has not changed.',
    advice: 'Choose a long phrase you can remember; spaces and accents are welcome.',
  },
  'VALIDATION.passwordIsLogin': {
    title: 'The password is the sign-in name',
    detail: 'Whoever knows the name would get in. The old password has not changed.',
    advice: 'Choose another password.',
  },
  'VALIDATION.passwordSame': {
    title: 'The new password is the old one',
    detail: 'The password has not changed.',
    advice: 'Choose one that differs from the password in use.',
  },
  'NOT_FOUND.record': {
    title: 'Record not found',
    detail: 'It may have changed in another window.',
    advice: 'Reload the screen and try again.',
  },
  'NOT_FOUND.file': {
    title: 'File not found',
    detail: '[“{name}” ]is no longer where it was; it may have been renamed, moved or deleted.',
    advice: 'Look for it with Open file, or attach the drive it is on.',
  },
  'NOT_FOUND.folder': {
    title: 'Folder not found',
    detail: '[Folder “{name}” ]is gone. Nothing was written.',
    advice: 'Choose another folder.',
  },
  'NOT_FOUND.fileToken': {
    title: 'The chosen file is no longer valid',
    detail: 'Choosing a file counts for this session only.',
    advice: 'Choose the file again.',
  },
  'NOT_FOUND.noOfficeOpen': {
    title: 'No office file is open',
    detail: 'This needs an open .cchc file.',
    advice: 'Open or create one on the Start screen.',
  },
  'FORBIDDEN.role': {
    title: 'Not allowed',
    detail: 'Your role may not do this. The data did not change.',
    advice: 'Ask the administrator of the office file.',
  },
  'FORBIDDEN.stage': {
    title: 'These points are not for your role',
    detail:
      'Secretaries enter self-scored points; reviewers enter appraised and final points. The cell keeps its value.',
    advice: 'Type into your own column, or ask somebody with that role.',
  },
  'FORBIDDEN.signedOut': {
    title: 'Not signed in',
    detail: 'The file has users, so only people who signed in may see and change it. No data has changed.',
    advice: 'Sign in and try again.',
  },
  'FORBIDDEN.wrongPassword': {
    title: 'Wrong sign-in name or password',
    detail: 'No data has changed.[ The next try has to wait {seconds} seconds.]',
    advice: 'Check the keyboard layout and Caps Lock; an administrator can set a forgotten password anew.',
  },
  'FORBIDDEN.wait': {
    title: 'Too early to try again',
    detail: 'There were several wrong passwords[; {seconds} seconds are left]. This try did not count.',
    advice: 'Wait and type it again; an administrator can set a forgotten password anew.',
  },
  'FORBIDDEN.inactive': {
    title: 'The account was deactivated',
    detail: 'This person may not enter the file any more.',
    advice: 'Ask the administrator of the office file.',
  },
  'FORBIDDEN.singleSeat': {
    title: 'This needs a second person',
    detail: 'The file has no users, so nothing can show that there were two people. No data has changed.',
    advice: 'Create users on the Administration screen, then let the second person sign in and confirm.',
  },
  'FORBIDDEN.samePerson': {
    title: 'Somebody else has to confirm this',
    detail: 'Whoever prepared, entered or appraised may not approve their own part. No data has changed.',
    advice: 'Let another person with the right sign in and take this step.',
  },
  'CYCLE_SEALED.sealed': {
    title: 'The cycle is sealed',
    detail: 'Its results were approved and sealed. The data did not change.',
    advice: 'To change it, reopen the cycle with a reason and a second person.',
  },
  'VERSION_CONFLICT.changedMeanwhile': {
    title: 'The value was changed elsewhere',
    detail: 'The cell changed after you opened it; nothing was overwritten.',
    advice: 'Look at the new value and type again if still needed.',
  },
  'CONSTRAINT.constraint': {
    title: 'The change breaks a rule of the data',
    detail: 'The office file refused it. Nothing was written.',
    advice: 'Look for a duplicate code or a link to something deleted.',
  },
  'DB_BUSY.busy': {
    title: 'The data is busy',
    detail: 'The request was not answered in time.',
    advice: 'Wait for the running work to end and try again.',
  },
  'DB_READONLY.readOnlyFile': {
    title: 'The file is read-only',
    detail: '[“{name}” ]cannot be written, so changes cannot be saved. What was there is unharmed.',
    advice: 'Take the read-only mark off the file, or copy it to another folder and open the copy.',
  },
  'DB_READONLY.readOnlyFolder': {
    title: 'The folder is read-only',
    detail: 'The folder[ “{name}”] cannot be written to. What was there is unharmed.',
    advice: 'Choose a folder you may write to, for example Documents.',
  },
  'DB_CORRUPT.damaged': {
    title: 'The office file is damaged',
    detail: '[“{name}” ]cannot be read completely. The program changed nothing in it.',
    advice: 'Keep the damaged file, open the latest backup; without one, ask technical support to recover it.',
  },
  'DB_CORRUPT.chainBroken': {
    title: 'The log does not match its chain',
    detail: 'A record was changed outside the program[, the first is number {seq}].',
    advice: 'Open the log, run the chain check and compare with a backup.',
  },
  'DB_CORRUPT.credential': {
    title: 'The password was replaced outside the program',
    detail: 'The password[ of {login}] in the file does not match the log, so it opens nothing.',
    advice: 'Let another administrator set it anew, or recover by the command line; then check the chain.',
  },
  'DB_FROM_FUTURE.newerApp': {
    title: 'The file comes from a newer version',
    detail:
      '[File “{name}” ]uses a structure[ {fileVersion}] this version[ ({appVersion})] does not know. The file was not changed.',
    advice: 'Update the program and open the file again.',
  },
  'FILE_LOCKED.openElsewhere': {
    title: 'The file is open elsewhere',
    detail: '[“{name}” ]is held by another program.',
    advice: 'Close it in the other window or computer and open it again.',
  },
  'FILE_LOCKED.targetOpen': {
    title: 'The target file is open',
    detail: '[“{name}” ]is open in another program, perhaps Excel. The old file is unharmed.',
    advice: 'Close it in Excel and export again, or choose another name.',
  },
  'FILE_FORMAT.notOfficeFile': {
    title: 'Not an office file',
    detail: '[“{name}” ]is not a .cchc file made by this program. The file was not changed.',
    advice: 'Choose a .cchc file; for Excel or CSV tables use Import score table.',
  },
  'FILE_FORMAT.networkPath': {
    title: 'Files on network drives are not opened',
    detail: 'An office file on a shared network folder can be damaged while writing.',
    advice: 'Copy it to a drive of this computer and open the copy; send others an exported file.',
  },
  'FILE_FORMAT.notCsv': {
    title: 'The CSV file cannot be read',
    detail: '[Error in line {line}. ]Nothing was imported.',
    advice: 'Save the table as CSV UTF-8 and try again.',
  },
  'FILE_FORMAT.notXlsx': {
    title: 'The Excel file cannot be read',
    detail: '[“{name}” ]is not a valid .xlsx file, or is damaged. Nothing was imported.',
    advice: 'Open it in Excel, save it as .xlsx and try again.',
  },
  'FILE_FORMAT.oldXls': {
    title: 'Old Excel format (.xls)',
    detail: 'Only .xlsx and .csv are read. Nothing was imported.',
    advice: 'Open it in Excel and save it as .xlsx.',
  },
  'FILE_FORMAT.encoding': {
    title: 'Wrong text encoding',
    detail: 'The text is not UTF-8, so Vietnamese would be wrong. Nothing was imported.',
    advice: 'Save the file as CSV UTF-8.',
  },
  'FILE_FORMAT.tooLarge': {
    title: 'The file is too large',
    detail: '[“{name}” ]is above the reading limit[ {limit}]. Nothing was imported.',
    advice: 'Remove sheets and columns that are not needed and try again.',
  },
  'FILE_FORMAT.zipBomb': {
    title: 'The Excel file looks suspicious',
    detail: 'Its content expands beyond what is allowed, so it was not opened. Nothing was imported.',
    advice: 'Check where the file comes from.',
  },
  'FILE_FORMAT.emptyFile': {
    title: 'The file[ “{name}”] is empty',
    detail: 'It holds nothing, so it was not attached as evidence.',
    advice: 'Check the file and drop it again.',
  },
  'FILE_FORMAT.attachmentTooLarge': {
    title: 'The file[ “{name}”] is too large to attach',
    detail: 'An evidence document may have at most[ {limit}]. The file was not attached.',
    advice: 'Scan it again at a lower resolution or split it, then attach it.',
  },
  'FILE_FORMAT.targetIsOffice': {
    title: 'The target[ “{name}”] is an office file',
    detail: 'Writing over it would lose all its figures, so nothing was written.',
    advice: 'Choose another name for the export.',
  },
  'FILE_FORMAT.exists': {
    title: 'A file of that name exists',
    detail: '[“{name}” ]exists and was not overwritten.',
    advice: 'Choose another name.',
  },
  'FILE_FORMAT.noHeader': {
    title: 'No header row',
    detail: 'The first row must name the columns[ ({columns})]. Nothing was imported.',
    advice: 'Add the header described in the guide and try again.',
  },
  'DISK_FULL.full': {
    title: 'The disk is full',
    detail: 'The last change was not written; everything reported as saved is safe.',
    advice: 'Free some disk space and type it again.',
  },
  'CANCELLED.cancelled': {
    title: 'Cancelled',
    detail: 'The work was stopped; nothing changed.',
    advice: 'Start it again when needed.',
  },
  'OUTCOME_UNKNOWN.dataProcessDied': {
    title: 'It is not known whether the change was written',
    detail: 'The data process stopped half-way. Everything reported as saved is safe.',
    advice: 'Look at the value or the log before doing it again.',
  },
  'INTERNAL.bug': {
    title: 'A fault of the program',
    detail: 'This could not be done; what was saved is safe.',
    advice: 'Restart the program; if it happens again, send the error log to technical support.',
  },
};
