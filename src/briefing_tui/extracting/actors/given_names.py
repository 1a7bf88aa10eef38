"""First names that tell a man from a woman, so that "she" is not the king and "he" not the queen.

Only names that are one sex's nearly everywhere; Andrea, Jean, Kim, Nikita, Noor, Robin and their like stay open.
"""

from __future__ import annotations

from typing import Final

_WOMEN: Final = frozenset(
    "aisha alexandra alice alison amanda amina amy ana anastasia angela angelina anita ann anna annalena anne annika antonia ayesha "
    "barbara beatrice benazir birgit camille carla carmen carol caroline catherine cecilia charlotte christina christine cindy claire "
    "clara claudia condoleezza cristina daniela dasha debbie deborah diana dilma dina dorothy ebba edith ekaterina elena eleanor eliza "
    "elizabeth ellen elina emily emma erika esther eva fatima fatou federica fiona florence frances gabriela giorgia gita gloria golda "
    "grace greta hadja halima hanan hanna hannah heather helen helena helga hilary hillary ingrid irina iryna isabel isabella jacinda "
    "jacqueline jane janet jeanine jelena jennifer jessica joanna johanna josephine joyce julia julie kaja kamala karen karin karine "
    "kate katerina katherine kathleen katja katrin kirsten kristalina kristina larisa laura leila lena leni leyla liana linda lisa liz "
    "lucia lucy ludmila luisa lyudmila magdalena maia maria mariam mariana marie marina marine marta martha mary maryam megan melanie "
    "meloni mette michelle mikaela monica nadia najat najla nancy naomi natalia natalie natalya nikki nina olena olga oksana "
    "pamela patricia paula penny petra priti rachel radhika rania ravina rebecca reem rosemary roza ruth sabine samantha sandra sanna "
    "sara sarah sheikha sheila sigrid simone sofia sonia sophie stephanie susan susana suzanne svetlana sviatlana tamara tatiana tatyana "
    "teresa theresa thelma tina tulsi tzipi ursula valentina valerie vanessa vera veronica victoria viola virginia wendy winnie yulia "
    "yuliia yvonne zahra zainab zuzana".split()
)
_MEN: Final = frozenset(
    "abdel abdelfattah abdul abdullah abiy adam ahmad ahmed akbar alan albert aleksandr alexander alexei alexey alexis ali amir anatoly "
    "andrei andrew andriy andrzej anthony anton antonio antony antti arthur asif avigdor barack bashar ben benjamin benny bernard "
    "bezalel bill bob boris brian bruce carl carlos charles chris christopher chuck colin dan daniel david denis dmitri dmitry dmytro "
    "dominic donald doug eduard edward ehud emil emmanuel enrique eric ernesto espen faisal felipe felix fernando fidel francis francisco "
    "francois françois frank franz fred friedrich fumio gary gavin geoff george geir gerald gerhard gideon giuseppe gordon graham greg "
    "guido gustavo guy hamid harry hasan hassan heiko henry hermann hosni hugo hussein ian ibrahim igor ihor imran isaac ismail "
    "itamar ivan ivo jack jacob jacques jake james jason javier jeff jeremy jerome jim jimmy joachim joe joel john johann jonas "
    "jonathan jorge jose josé josep joseph joshua josh juan julian jerzy karim karl keith kenneth kevin khaled khalid kofi konstantin "
    "larry lars lech leo leonid lloyd louis luis luke mahmoud marc marco marcus mario mark martin matt matthew matteo mateusz max "
    "michael michel miguel mike mikhail mohamed mohammad mohammed muhammad mustafa narendra nawaz nicolas nicolae nigel nikol nikolai "
    "nouri oleksandr oleksiy oleg olaf olivier omar osama oscar osman oswald patrick paul pedro perry pervez pete peter petr petro "
    "philip philippe pierre piotr rafael ramzan raul recep reza ricardo richard rishi robert roberto rodrigo roger roman ron ronald rustem "
    "saad saddam saeed salah salman salva sam samuel scott sebastian sergei sergey serhiy sergio shahbaz shehbaz shimon shinzo silvio "
    "simon slobodan stanislav stefan stephen steve steven stuart taher tariq taro ted terry thabo thomas tim timothy toby todd tom "
    "tommy tony vadim valery vasily viktor vitali vitaly vladimir vlad volker volodymyr walter william wolfgang xavier "
    "yasser yevgeny yehuda yisrael yitzhak yoav yuri yury yuriy yusuf zbigniew".split()
)


def is_woman(name: str) -> bool | None:
    """Whether a person of this full name is a woman, by the first name; None where that does not tell."""
    first, _, rest = name.partition(" ")
    low = first.lower()
    if not rest:
        return None
    return True if low in _WOMEN else False if low in _MEN else None
