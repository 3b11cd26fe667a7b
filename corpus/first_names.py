"""First names that are nearly always a man's or a woman's, to tell whom "he" and "she" can mean."""

from __future__ import annotations

from typing import Final

_MEN: Final = """
    aaron abdullah abraham adam adrian ahmed alan albert alejandro alexander alexei ali allen amir anatoly anders
    andre andreas andrei andrew andriy anthony antonio antony arthur barack bashar ben benjamin bernard bernie
    bill billy bob boris brad bradley brendan brett brian bruce bryan carl carlos charles chris christopher chuck
    clarence craig curtis daniel dave david dean dennis derek dick dmitri dmitriy dmitro dmitry dmytro don donald
    doug douglas dwight earl ed eddie edward edwin elijah elon emmanuel enrique eric erik ethan eugene evan
    fernando francis francisco frank franklin fred frederick friedrich gary gavin george gerald gerhard giovanni
    glenn gordon graham greg gregory hans harold harry hassan henry herbert herman howard hugh hugo ian ibrahim
    igor ilya isaac ivan jack jacob jake james jason javier jay jeff jeffrey jens jeremy jerome jerry jim jimmy
    joe joel john johnny jonathan jorge jose joseph joshua juan julian justin karl keith ken kenneth kevin khalid
    kurt kyle larry lars lawrence leon leonard lloyd louis luis lukas luke magnus marc marco marcus mario mark
    markus martin matt matteo matthew maurice max michael miguel mike mikhail mitch mitt mohamed mohammad mohammed
    muhammad nathan nathaniel neil newt nicholas nick nicolas nigel nikolai nils norman olaf oleg oleksandr
    oleksiy oliver omar orlando oscar otto owen pablo patrick paul pavel pedro pete peter petro philip phillip
    piotr rafael ralph ramon randy raymond recep reggie ricardo richard rick rob robert roberto rodney roger roman
    ron ronald ross roy russell ryan samuel scott sean sebastian serge sergei sergey sergio seth shaun simon
    stanley stephen steve steven stuart ted terrence theodore thomas tim timothy tobias todd tom tommy tony travis
    tyler vernon victor viktor vincent vitaly vladimir volodymyr walter warren wayne wilhelm william winston
    wolfgang xavier yuri yuriy zachary
"""
_WOMEN: Final = """
    abigail agnes aisha alexandra alice alicia alison allison amanda amber amelia amy ana anastasia andrea angela
    angelina anita ann anna anne annie april audrey barbara beatrice becky bernadette beth betty beverly bonnie
    brenda bridget brittany camille carla carly carmen carol caroline carolyn catherine cathy charlotte cheryl
    chloe christina christine cindy claire clara claudia colleen connie courtney cynthia daisy danielle dawn
    deborah debbie debra denise diana diane dianne dolly donna doris dorothy edith eileen elaine eleanor elena
    elisabeth elizabeth ella ellen emily emma erica erin esther eva evelyn fatima felicia fiona florence frances
    gabriela gail georgia gina giorgia gladys gloria grace greta gretchen hannah heather heidi helen helena
    hillary hilary holly ingrid irene irina isabel isabella ivana ivanka jacqueline jane janet janice jasmine jean
    jeanne jennifer jenny jessica jill joan joanna joanne jocelyn josephine joyce judith judy julia juliana julie
    june kamala karen karin karine kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kim
    kimberly kirsten kristen kristin kristina laura lauren leah lena leticia lillian linda lisa liz lois lori
    louise lucia lucy lydia lynn madeleine maggie margaret maria mariam marianne marie marilyn marina marine
    marjorie martha mary maryam maureen megan melania melanie melinda melissa meredith michelle mildred miriam
    molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma oksana olena olga olivia pamela
    patricia paula pauline penny phyllis priscilla rachel raisa rebecca regina renee rhonda rita roberta rosa rose
    rosemary ruth sabrina sally samantha sandra sara sarah sharon sheila shirley silvia sonia sophia sophie stacy
    stella stephanie sue susan susanna susannah suzanne svetlana sylvia tamara tammy tanya tatiana teresa theresa
    tiffany tina tracy tulsi ursula valentina valerie vanessa vera veronica victoria viola virginia vivian wanda
    wendy yolanda yulia yuliya yvette yvonne zoe
"""
GENDERS: Final = dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(_WOMEN.split(), "f")
"""``m`` or ``f`` by a first name in lower case."""
