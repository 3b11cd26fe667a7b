"""First names that are nearly always a man's or a woman's, to tell whom "he" and "she" can mean."""

from __future__ import annotations

from typing import Final

_MEN: Final = """
    aaron abbas abdullah abraham adam adel adrian ahmad ahmed alan albert alejandro aleksandar aleksander alexander
    alexandre alexei alfonso alfred algirdas ali allen ambrose amir anatoly anders andre andreas andrei andrew andriy
    andy anselm anthony antonio antony arnold artem arthur arturas asa ashish barack barry bartosz bashar bashir ben
    benedikt benito benjamin bernard bernie bertil bill billy bjorn björn bob bobby bogdan bojan boris brad bradley
    brandon brendan brent brett brian bruce bruno bryan bryce caleb carl carlos casper cedric charles charlie chris
    christoph christopher chuck clarence claude clayton clemens clifford clint clyde colin cornelius craig curtis dale
    damian dan daniel daniil dario darius darnell darrell darren darryl dave david davor dean dennis denny denys derek
    derrick desean desmond dick diego dieter dirk dmitri dmitriy dmitro dmitry dmytro dominic dominik don donald doug
    douglas duane dustin dwayne dwight dwyane earl ed eddie eduardo edward edwin egon ehud eli elijah elliot elliott
    elon emil emilio emmanuel emmett enrique enzo eric erich erik ernest ernie ernst esteban ethan eugene evan fabian
    fabio faisal farid felipe felix ferdinand fernando filip floyd francis francisco frank franklin franz fred
    frederick friedrich gabriel gareth garrett gary gavin gediminas gene geoffrey georg george georgy gerald gerhard
    gerry gianni gilbert giovanni gitanas giuseppe glenn goran gordon graham greg gregory guillermo gunther gustav
    günter haakon hamid hank hans harald harold harry harvey hassan heinrich heinz helmut henri henrik henry henryk
    herbert herman hermann hideo hiroshi horst hossein howard hugh hugo ian ibrahim ignacio igor ilya imran ingvar
    irvin isaac ismail ivan ivo jack jacob jake jalen james jan janez janos jared jaroslav jarosław jarrod jason javier
    jay jean-claude jean-luc jeff jeffery jeffrey jens jeremy jermaine jeroen jerome jerry jim jimmie jimmy joe joel
    joey johan johann johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua josé juan juha
    julian justin józef jürgen kareem karl kaspar kazimierz keith kelvin kemal ken kendrick kenji kenneth kevin khalid
    kirk klaus knut konrad konstantin krzysztof kurt kyle lamar lance larry lars lawrence lebron lech leif leon leonard
    leroy lloyd logan lorenzo louis luca lucas ludwig luigi luis lukas luke luther maciej magnus mahmoud maksim malcolm
    manfred manny manuel marc marcel marco marcus marek mario mark markus martin marty marvin mateo mateusz matt matteo
    matthew matthias matti maurice max maxim mehmet melvin michael michal michał miguel mikael mike mikhail milan miles
    milos milton miroslav mitch mitchell mitt mohamed mohammad mohammed muhammad mustafa mykhailo mykola narendra nate
    nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai nils noah norman nuno olaf oleg oleksandr
    oleksiy oliver omar orlando osama oscar oskar ossi otis otto owen pablo paolo pascal patrick patrik paul pavel
    peder pedro perry pete peter petr petro phil philip phillip pierre pietro piotr quentin radek radosław rafael rahul
    rajesh ralph ramon randy raphael rashid rasmus raul raymond recep reggie reinhard rene rené reuben ricardo richard
    rick rickey rishi rob robbie robert roberto rodney roger roland rolf roman ron ronald ronnie rory ross roy rudolf
    ruslan russ russell ryan salvador sam sammy samuel sandor sanjay scott sean sebastian serge sergei sergey sergio
    serhiy seth shane shaun shawn sheldon sherman sid sigmar sigurd silvio simon slobodan stan stanisław stanley stefan
    stefano stephan stephen steve steven stewart stig stuart svein sven taras tarik tariq tayyip ted terrance terrence
    theo theodore thierry thomas thorsten tim timothy tobias toby todd tom tomas tomasz tommy tomáš tony torsten travis
    trent trevor tristan troy tyler tyrone ulf ulrich umberto uwe vaclav valdis valeriy vasily vasyl vernon victor
    viktor viktoras vince vincent vincenzo vitaly vivek vladimir vladislav vojtěch volodymyr vytautas waldemar walter
    warren wayne wendell werner wes wesley wilfried wilhelm william willie winston wladyslaw wojciech wolfgang xavier
    yaroslav yasser yevgeny yitzhak yuri yuriy yusuf yves zach zachary zack zbigniew zoltan
"""
_WOMEN: Final = """
    abigail ada adele adriana agata agnes agnieszka aisha albertine aleksandra alena alessandra alexandra alexis alice
    alicia alina alison allison alma alyssa amanda amber amelia amy ana anastasia andrea angela angelina angie anita
    anja anke ann anna anne anneke annie annika antje april ariana arlene asta astrid audrey aurelia barbara barbora
    beata beatrice becky benazir berit bernadette bertha beth bethany betty beverly beyoncé birgit birgitte bogna
    bonnie bozena brenda brianna brianne bridget britta brittany brittney caitlin camilla camille carla carlotta carly
    carmen carol caroline carolyn carrie catherine cathy cecilia charlotte cherelle cheryl chiara chloe chrissy
    christina christine cindy claire clara clarissa claudia colleen concetta connie constance corinne courtney cynthia
    dagmar dagny daisy dalia daniela danielle danuta daphne daria dawn debbie deborah debra delphine denise diana diane
    dianne dilma dolly donna doris dorota dorothy ebony edda edita edith edyta eileen elaine eleanor elena elin elisa
    elisabeth elise elizabeth elke ella ellen ellie elsa elzbieta emily emma emmanuelle erica erika erin esther eva
    evelyn ewa fatima federica felicia fiona florence frances francesca franziska frauke frida friederike gabriela gail
    genevieve georgia gerda gertrud gesine gina giorgia giulia gladys gloria grace grazyna greta gretchen gudrun
    gunhild gunvor gwyneth hailey hanna hannah hanne heather hedda hedwig heidi heike helen helena helga helle
    henriette hilary hilda hilde hillary hille holly ieva ilona ilse ines inga inge ingeborg ingrid ingrida inna irene
    irina isabel isabella isabelle ivana ivanka iveta ivona jacinda jacqueline jada jadwiga jana jane janet janice
    janina jarmila jasmine jean jeanne jelena jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodie
    johanna jolanta jonna josephine josie jovana joyce judit judith judy julia juliana julie julija june justyna
    kaitlin kaitlyn kaja kamala kara karen karin karine karla karolina katarina katarzyna kate katerina katherine
    kathie kathleen kathryn kathy katie katja katrin katrina katy kayla keisha kellie kellyanne kendra kerstin kimberly
    kirsten kirstie klara kristen kristi kristin kristina kristy lana lara larisa larissa latoya laura lauren leah
    leila lena leticia leyla liesel lilian liliana lillian linda lisa lise liv liz ljubica lois lori lorna lotte louise
    lucia lucie lucy lucía ludmila ludmilla luisa luise lydia lynn lynne madeleine magda magdalena maggie maja malala
    malgorzata mallory mandy manuela mara marcela marcia maren margaret margareta margarete margarita margit margot
    margrethe maria mariam mariana marianne marie marija marijke marilyn marina marine mariska marit mariya marjorie
    marsha marta martha martina mary maryam mathilde maureen mayra małgorzata meg megan meghan melania melanie melinda
    melissa meredith merete mette michaela michele michelle mila mildred milena mira miranda miriam miriana mirjam
    molly monica monika monique muriel nadezhda nadia nadine nancy naomi natalia natalie natalija natasha nathalie
    nichole nicki nicole nikki nina noelle noor nora norma nuria oksana olena olesia olga olivia otilie paige pamela
    paola patricia patsy patty paula pauline peggy penny petra phoebe phyllis pia pilar priscilla rachel ragna raisa
    raquel rebecca regina renata renate renee rhonda rihanna rima rita roberta rosa rosalind rosario rose rosemary
    rosie roxanne ruta ruth sabine sabrina sadie sally samantha sandra sara sarah saskia savannah selma serena sharon
    shawna sheila shelby sherry shirley signe sigrid silja silke silvana silvia simona simone sinead siobhan sofia
    sofie solveig sonia sonja sophia sophie stacey stacy stefania stefanie stella stephanie sue sunniva susan susanna
    susannah susanne susie suzanne svetlana swetlana sylvia tabitha tamara tammy tanya tara tatiana tatjana teresa teri
    tessa thea theresa theresia tiffany tilda tina toni tonya tove tracey tracy trisha tulsi ulla ulrike ursula urszula
    uta vaira valentina valeria valerie valérie vanessa vera verena veronica vicki vicky victoria viktoria vilma viola
    violeta virginia vivian wanda wendy whitney wiebke wilhelmina wilma yana yasmin yelena yolanda yulia yuliya yvette
    yvonne zara zoe zofia zuzana
"""
GENDERS: Final = dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(_WOMEN.split(), "f")
"""``m`` or ``f`` by a first name in lower case."""
