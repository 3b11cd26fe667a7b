"""First names that are nearly always a man's or a woman's, to tell whom "he" and "she" can mean."""

from __future__ import annotations

from typing import Final

_MEN: Final = """
    aaron abbas abdullah abraham adam adel adrian ahmad ahmed alan albert alejandro aleksandar aleksander alexander
    alexandre alexei alfonso alfred algirdas ali allen ambrose amir anatoly anders andre andreas andrei andrew
    andriy anselm anthony antonio antony arnold artem arthur arturas barack bartosz bashar bashir ben benedikt
    benito benjamin bernard bernie bertil bill billy bjorn björn bob bogdan bojan boris brad bradley brendan brett
    brian bruce bruno bryan carl carlos casper cedric charles chris christoph christopher chuck clarence claude
    clemens cornelius craig curtis damian daniel daniil dario darius dave david davor dean dennis denys derek
    desmond dick dieter dirk dmitri dmitriy dmitro dmitry dmytro dominik don donald doug douglas dwight earl ed
    eddie eduardo edward edwin egon ehud elijah elon emil emilio emmanuel enrique enzo eric erich erik ernest ernst
    esteban ethan eugene evan fabian fabio faisal farid felipe felix ferdinand fernando filip francis francisco
    frank franklin franz fred frederick friedrich gareth gary gavin gediminas geoffrey georg george georgy gerald
    gerhard gianni gilbert giovanni gitanas giuseppe glenn goran gordon graham greg gregory guillermo gunther gustav
    günter haakon hamid hans harald harold harry hassan heinrich heinz helmut henri henrik henry henryk herbert
    herman hermann hideo hiroshi horst hossein howard hugh hugo ian ibrahim ignacio igor ilya imran ingvar isaac
    ismail ivan ivo jack jacob jake james jan janez janos jaroslav jarosław jason javier jay jean-claude jean-luc
    jeff jeffrey jens jeremy jeroen jerome jerry jim jimmy joe joel johan johann johannes john johnny jonah jonas
    jonathan jorge jose josef joseph joshua josé juan juha julian justin józef jürgen karl kaspar kazimierz keith
    kemal ken kenji kenneth kevin khalid klaus knut konrad konstantin krzysztof kurt kyle larry lars lawrence lech
    leif leon leonard lloyd lorenzo louis luca lucas ludwig luigi luis lukas luke maciej magnus mahmoud maksim
    manfred manuel marc marcel marco marcus marek mario mark markus martin mateo mateusz matt matteo matthew
    matthias matti maurice max maxim mehmet michael michal michał miguel mikael mike mikhail milan milos miroslav
    mitch mitt mohamed mohammad mohammed muhammad mustafa mykhailo mykola narendra nathan nathaniel neil newt
    nicholas nick nicolas nigel nikolai nils norman nuno olaf oleg oleksandr oleksiy oliver omar orlando osama oscar
    oskar ossi otto owen pablo paolo pascal patrick patrik paul pavel peder pedro pete peter petr petro philip
    phillip pierre pietro piotr radek radosław rafael ralph ramon randy rashid rasmus raul raymond recep reggie
    reinhard rene rené ricardo richard rick rishi rob robert roberto rodney roger rolf roman ron ronald ross roy
    rudolf ruslan russell ryan salvador samuel sandor scott sean sebastian serge sergei sergey sergio serhiy seth
    shaun sigmar sigurd silvio simon slobodan stanisław stanley stefan stefano stephen steve steven stig stuart
    svein sven taras tarik tariq ted terrence theo theodore thierry thomas thorsten tim timothy tobias todd tom
    tomas tomasz tommy tomáš tony torsten travis tyler ulf ulrich umberto uwe vaclav valdis valeriy vasily vasyl
    vernon victor viktor viktoras vincent vincenzo vitaly vladimir vladislav vojtěch volodymyr vytautas waldemar
    walter warren wayne werner wilfried wilhelm william winston wladyslaw wojciech wolfgang xavier yaroslav yasser
    yevgeny yitzhak yuri yuriy yusuf yves zachary zbigniew zoltan
"""
_WOMEN: Final = """
    abigail ada adele adriana agata agnes agnieszka aisha albertine aleksandra alena alessandra alexandra alice
    alicia alina alison allison alma amanda amber amelia amy ana anastasia andrea angela angelina anita anja anke
    ann anna anne anneke annie annika antje april arlene asta astrid audrey aurelia barbara barbora beata beatrice
    becky benazir berit bernadette bertha beth betty beverly birgit birgitte bogna bonnie bozena brenda bridget
    britta brittany camilla camille carla carlotta carly carmen carol caroline carolyn catherine cathy cecilia
    charlotte cheryl chiara chloe christina christine cindy claire clara clarissa claudia colleen concetta connie
    constance corinne courtney cynthia dagmar dagny daisy dalia daniela danielle danuta daria dawn debbie deborah
    debra delphine denise diana diane dianne dilma dolly donna doris dorota dorothy edda edita edith edyta eileen
    elaine eleanor elena elin elisa elisabeth elise elizabeth elke ella ellen elsa elzbieta emily emma emmanuelle
    erica erika erin esther eva evelyn ewa fatima federica felicia fiona florence frances francesca franziska frauke
    frida friederike gabriela gail genevieve georgia gerda gertrud gesine gina giorgia giulia gladys gloria grace
    grazyna greta gretchen gudrun gunhild gunvor hanna hannah hanne heather hedda hedwig heidi heike helen helena
    helga helle henriette hilary hilda hilde hillary hille holly ieva ilona ilse ines inga inge ingeborg ingrid
    ingrida inna irene irina isabel isabella isabelle ivana ivanka iveta ivona jacqueline jadwiga jana jane janet
    janice janina jarmila jasmine jean jeanne jelena jennifer jenny jessica jill joan joanna joanne jocelyn johanna
    jolanta jonna josephine jovana joyce judit judith judy julia juliana julie julija june justyna kaja kamala karen
    karin karine karla karolina katarina katarzyna kate katerina katherine kathleen kathryn kathy katie katja katrin
    katrina kayla kellyanne kerstin kimberly kirsten klara kristen kristin kristina larisa larissa laura lauren
    leah leila lena leticia leyla liesel lilian liliana lillian linda lisa lise liv liz ljubica lois lori lorna
    lotte louise lucia lucie lucy lucía ludmila ludmilla luisa luise lydia lynn madeleine magda magdalena maggie
    maja malala malgorzata manuela mara marcela maren margaret margareta margarete margarita margit margot margrethe
    maria mariam mariana marianne marie marija marijke marilyn marina marine mariska marit mariya marjorie marta
    martha martina mary maryam mathilde maureen mayra małgorzata megan melania melanie melinda melissa meredith
    merete mette michaela michele michelle mila mildred milena mira miriam miriana mirjam molly monica monika
    nadezhda nadia nadine nancy naomi natalia natalie natalija natasha nathalie nicole nina noor nora norma nuria
    oksana olena olesia olga olivia otilie pamela paola patricia paula pauline penny petra phyllis pia pilar
    priscilla rachel ragna raisa raquel rebecca regina renata renate renee rhonda rima rita roberta rosa rosalind
    rosario rose rosemary ruta ruth sabine sabrina sally samantha sandra sara sarah saskia selma sharon sheila
    shirley signe sigrid silja silke silvana silvia simona simone sofia sofie solveig sonia sonja sophia sophie
    stacy stefania stefanie stella stephanie sue sunniva susan susanna susannah susanne suzanne svetlana swetlana
    sylvia tamara tammy tanya tatiana tatjana teresa tessa thea theresa theresia tiffany tilda tina tove tracy tulsi
    ulla ulrike ursula urszula uta vaira valentina valeria valerie valérie vanessa vera verena veronica victoria
    viktoria vilma viola violeta virginia vivian wanda wendy wiebke wilhelmina wilma yana yasmin yelena yolanda
    yulia yuliya yvette yvonne zoe zofia zuzana
"""
GENDERS: Final = dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(_WOMEN.split(), "f")
"""``m`` or ``f`` by a first name in lower case."""
