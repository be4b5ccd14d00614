/** Given names that are common somewhere, folded: a capitalised one is taken for a person. */
const NAMES = `
aaron abby abdul abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alexis alice alicia alina
alison allison ally amanda amber amelia amina amir amy ana anastasia andre andrea andreas andrei andrew andy angela angelina
anika anita anja ann anna anne annette annie anthony anton antonio anya arjun arthur asha ashley astrid audrey ava axel
barbara beatrice becky ben benjamin bernd bernard beth betty bianca bill billy bjorn bob bobby boris brad brandon brenda brian
bridget bruno bryan caleb calvin cameron camila carina carl carla carlos carmen carol carolina caroline carolyn carter
catherine cecilia chad charles charlie charlotte chen cheryl chloe chris christian christina christine christopher claire clara
claudia claudio clement cody colin connor craig cristina curtis cynthia dan dana daniel daniela danielle danny daria darius dave
david dawn dean deborah debra dennis derek diana diane diego dieter dimitri dominic donald donna doris dorothy doug douglas dylan
eddie eduardo edward eileen elaine eleanor elena eli elias elijah elisa elise elizabeth ella ellen ellie elliot emil emilia emilie
emily emma eric erica erik erika erin esther ethan eugene eva evan evelyn fatima felicia felix fernando fiona florian frances
francesca francisco frank franz fred frederick friedrich gabriel gabriela gareth gary george gerald gerard gerhard gina giovanni
giulia gloria gordon grace graham greg gregory greta guido gustav hana hannah hans harold harriet harry hassan heather heidi
heinrich helen helena helga henrik henry holger holly howard hugo ian ibrahim ida ines ingrid irene irina iris isaac isabel
isabella isabelle ivan jack jackie jacob jake james jamie jan jana jane janet janice jared jasmine jason javier jay jean jeff
jeffrey jen jenna jennifer jenny jens jeremy jerry jesse jessica jill jim jimmy joan joanna joanne joe joel johan johann johannes
john johnny jolene jon jonas jonathan jordan jorge jose joseph josh joshua joyce juan juanita judith judy julia julian juliana julie
julien juliet jun justin jutta kai karen karin karina karl karolina kate katharina katherine kathleen kathryn kathy katie katja
katrin kayla keith kelly ken kenneth kenji kevin kim kirsten klaus krishna kristen kristina kurt kyle lars laura lauren laurent lea
leah lee lena leo leon leonard leonardo leslie liam lidia lila lily lina linda lindsay lisa liv logan lorena lorenzo lori louis
louisa louise luca lucas lucia lucy luis luisa lukas luke lydia lynn maddie madison magda maggie malik manuel manuela marc marcel
marco marcos marcus margaret maria mariana marie marina mario marion marisol mark markus marlene marta martha martin martina mary
mateo mathias matt matteo matthew matthias maureen maurice max maya megan mehmet mei melanie melissa mia michael michel michelle
miguel mike mikhail mila milan milo mina miranda miriam mohamed mohammed moira molly monica monika morgan muhammad murat nadia nadine
nancy naomi natalia natalie natasha nate nathan nathaniel neil nelson nia nicholas nick nicola nicolas nicole nikhil niklas nikolai
nina noah noel noor nora norbert norma olaf oleg olga oliver olivia omar oscar otto owen pablo paige pamela paola patricia patrick
paul paula pauline pavel pedro peggy penelope peter petra phil philip philipp phoebe pierre pietro piotr priya rachel rafael rahul
rainer raj ralf ralph ramon randy raphael raul ravi ray raymond rebecca regina reinhard renate rene ricardo richard rick rita rob
robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rory rosa rose rosie ross roy ruben russell ruth ryan sabine
sabrina sally sam samantha samir samuel sandra sandy sara sarah sasha saskia scott sean sebastian selma sergei shane shannon sharon
shawn sheila shirley silvia simon simone sofia sonia sonja sophia sophie stacy stefan stefanie stella stephanie stephen steve steven
stuart sue susan susanne svetlana sven sylvia takeshi tamara tanya tara tariq tatiana taylor ted teresa terry theo theresa thomas
tim timothy tina tobias todd tom tomas tommy toni tony tracy travis tyler ulrich ulrike ursula uwe valentina valerie vanessa vera
veronica victor victoria vikram vincent viola virginia vivian vladimir walter wanda wayne wei wendy werner will william wolfgang
xavier yan yasmin yolanda yuki yusuf yvonne zach zachary zara zoe
`
const SET = new Set(NAMES.split(/\s+/).filter(Boolean))

/** A folded word. */
export const isFirstName = (word: string): boolean => SET.has(word)
